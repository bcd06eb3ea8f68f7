import { randomUUID } from 'node:crypto'
import { keepErased } from '../backup/erasure-record.ts'
import { copyingInThread } from '../backup/in-thread.ts'
import { type Nightly, nightlyBackups } from '../backup/nightly.ts'
import type { Config } from '../settings/config.ts'
import { backupBookOf } from '../store/backup-book.ts'
import { leasesOf } from '../store/channel-log.ts'
import { erasuresOf } from '../store/forget/erase.ts'
import { masterSealer } from '../store/sealing/master-key.ts'
import type { Database } from '../store/transaction.ts'

interface Parts {
  db: Database
  databaseUrl: string
  now(): Date
  fault(what: string, thrown: unknown): void
}

const NONE: Nightly = { look: async () => {}, stop: async () => {} }

/** The night's backup, where one is wanted; and at all times beside it the record of who was forgotten since. */
export function backupsOf(config: Config, parts: Parts): Nightly {
  const nightly = nightlyOf(config, parts)
  return {
    async look() {
      await nightly.look()
      await keepErased(config.backup.dir, await erasuresOf(parts.db))
    },
    stop: nightly.stop,
  }
}

function nightlyOf(config: Config, { db, databaseUrl, now, fault }: Parts): Nightly {
  const { at, dir, keep } = config.backup
  if (at === null) return NONE
  const book = backupBookOf(db)
  const copying = copyingInThread(databaseUrl, masterSealer(config))
  return nightlyBackups({ at, dir, keep, book, copying, leases: leasesOf(db), holder: randomUUID(), now, fault })
}
