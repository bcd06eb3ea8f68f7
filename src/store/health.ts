import { statfs } from 'node:fs/promises'
import type { Sealer } from './seal.ts'
import type { Database } from './transaction.ts'

export interface DatabaseHealth {
  version: string
  bytes: number
  milliseconds: number
  /** A commit waits for the disk. */
  durable: boolean
  /** The database's clock before ours, milliseconds. */
  skew: number
}

export async function databaseHealth(db: Database): Promise<DatabaseHealth> {
  const begun = performance.now()
  const [server] = await db.$queryRaw<{ now: Date; version: string; bytes: bigint; fsync: string; commit: string }[]>`
    SELECT clock_timestamp() AS now, current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
      current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`
  const milliseconds = Math.round(performance.now() - begun)
  return {
    version: server?.version ?? '',
    bytes: Number(server?.bytes ?? 0),
    milliseconds,
    durable: server?.fsync === 'on' && server.commit !== 'off',
    skew: server ? server.now.getTime() - Date.now() : 0,
  }
}

/** Bytes free where a directory lies; null where that cannot be told. */
export async function diskFree(dir: string): Promise<number | null> {
  const disk = await statfs(dir).catch(() => null)
  return disk && disk.bavail * disk.bsize
}

/** How many kept keys this process can open, and how many not. */
export async function keptKeys(db: Database, seal: Sealer): Promise<{ open: number; closed: number }> {
  const rows = await db.channelGroup.findMany({ where: { secret: { not: null } }, select: { secret: true } })
  const opens = ({ secret }: { secret: string | null }): boolean => {
    try {
      return secret !== null && seal.open(secret) !== ''
    } catch {
      return false
    }
  }
  const open = rows.filter(opens).length
  return { open, closed: rows.length - open }
}
