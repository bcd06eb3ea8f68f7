/** What keeps the process from starting and can be put right by whoever runs it. */
export type StartFault =
  | { fault: 'port-in-use'; port: number }
  | { fault: 'port-forbidden'; port: number }
  | { fault: 'host-unknown'; host: string }
  | { fault: 'database-unreachable'; where: string }
  | { fault: 'database-login' }
  | { fault: 'database-no-tls' }
  | { fault: 'database-not-utf8'; encoding: string }
  | { fault: 'database-missing'; name: string }
  | { fault: 'database-too-old'; version: string }
  | { fault: 'database-rights' }
  | { fault: 'database-newer'; migration: string }
  | { fault: 'migration-failed'; migration: string }
  | { fault: 'data-dir-unwritable'; dir: string }
  | { fault: 'data-dir-in-use'; dir: string; pid: number }
  | { fault: 'data-dir-closed-to-postgres'; dir: string }
  | { fault: 'data-dir-of-other-postgres'; dir: string }
  | { fault: 'secret-key-missing'; dir: string }
  | { fault: 'secret-key-wrong'; dir: string }
  | { fault: 'disk-full'; dir: string }
  | { fault: 'no-postgres'; platform: string }
  | { fault: 'postgres-failed'; log: string }

export class StartRefused extends Error {
  readonly fault: StartFault

  constructor(fault: StartFault, options?: ErrorOptions) {
    super(fault.fault, options)
    this.name = 'StartRefused'
    this.fault = fault
  }
}
