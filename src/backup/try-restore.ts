import type { TrialFault } from '../domain/backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { inSession, quoted } from './session.ts'

interface Wanted {
  url: string
  dir: string
  open(closed: string): string
}

/** Restores a backup into a database of its own beside the one in use, which goes again; null where all of it came back. */
export async function tryRestore({ url, dir, open }: Wanted): Promise<TrialFault | null> {
  const own = new URL(url)
  const name = `${own.pathname.slice(1)}_trial`
  const scratch = new URL(url)
  scratch.pathname = name
  const drop = () => inSession(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`))
  try {
    // One that was interrupted leaves it behind.
    await drop()
    await inSession(url, (client) => client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE template0`))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === '42501') return 'no-right'
    throw fault
  }
  try {
    const restored = await restoreBackup({ url: scratch.href, dir, open })
    return 'refused' in restored ? restored.refused : null
  } finally {
    await drop()
  }
}
