import { createServer } from 'node:net'

/** Rejects as listening would, when the port cannot be had. */
export function tryPort({ port, host }: { port: number; host: string }): Promise<void> {
  const probe = createServer()
  return new Promise((done, failed) => {
    probe.once('error', failed)
    probe.listen(port, host, () => probe.close(() => done()))
  })
}
