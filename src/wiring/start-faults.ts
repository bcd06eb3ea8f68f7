import { type StartFault, StartRefused } from '../domain/start-fault.ts'
import type { Config } from '../settings/config.ts'

const closedDirs = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ELOOP', 'ENAMETOOLONG'])

/** The known fault behind an error that stopped the start; null: nobody foresaw it. */
export function startFaultOf(error: unknown, { port, host, dataDir }: Pick<Config, 'port' | 'host' | 'dataDir'>): StartFault | null {
  if (error instanceof StartRefused) return error.fault
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  const syscall = 'syscall' in error ? String(error.syscall) : ''
  if (code === 'EADDRINUSE') return { fault: 'port-in-use', port }
  if (code === 'EACCES' && syscall === 'listen') return { fault: 'port-forbidden', port }
  if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo') return { fault: 'host-unknown', host }
  // 53100 is PostgreSQL's word for it; Prisma hides it somewhere in its own errors.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || /No space left on device/.test(error.message)) {
    return { fault: 'disk-full', dir: dataDir }
  }
  if (code === '42501' || /permission denied for/.test(error.message)) return { fault: 'database-rights' }
  const path = 'path' in error ? String(error.path) : ''
  if (closedDirs.has(code) && path !== '' && (path.startsWith(dataDir) || dataDir.startsWith(path)))
    return { fault: 'data-dir-unwritable', dir: dataDir }
  return null
}
