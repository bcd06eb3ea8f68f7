import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BackupRun, dueForTrial, isBackupDue, prunedBackups } from '../domain/backup.ts'
import { DAY_MS, earlier, MINUTE_MS } from '../domain/durations.ts'
import type { BackupBook } from '../ports/backup-book.ts'
import type { Leases } from '../ports/channel-log.ts'
import { backupName } from './backup-name.ts'
import type { Copying } from './in-thread.ts'

const LEASE = 'backup'
const LEASE_MS = 5 * MINUTE_MS

interface Needs {
  /** A time of day of the township. */
  at: string
  dir: string
  /** So many nights, and as many weeks. */
  keep: number
  book: BackupBook
  copying: Copying
  leases: Leases
  holder: string
  /** Machine time. */
  now(): Date
  fault(what: string, thrown: unknown): void
}

export interface Nightly {
  /** Looks whether it is time; waits for nothing. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** One backup a night by whichever instance comes first, the old ones away, and one a week restored as a trial. */
export function nightlyBackups(needs: Needs): Nightly {
  const { leases, holder, now, fault, copying } = needs
  let working: Promise<void> | null = null
  let isStopped = false
  return {
    async look() {
      // Held for as long as it takes.
      if (isStopped) return
      if (working) return void (await leases.take(LEASE, holder, now(), LEASE_MS))
      const { at, book } = needs
      const runs = await book.runs()
      if (!isBackupDue(at, runs, await book.born(), now()) && !dueForTrial(runs, now())) return
      if (!(await leases.take(LEASE, holder, now(), LEASE_MS))) return
      working = night(needs)
        .catch((thrown: unknown) => (isStopped ? undefined : fault('backup', thrown)))
        .finally(async () => {
          working = null
          await leases.release(LEASE, holder).catch(() => {})
        })
    },
    async stop() {
      isStopped = true
      await copying.stop()
      await working
    },
  }
}

async function night(needs: Needs): Promise<void> {
  const { at, keep, book, copying, now, fault } = needs
  // Looked at again under the lease: another instance may just have finished.
  if (isBackupDue(at, await book.runs(), await book.born(), now())) await makeOne(needs)
  for (const run of prunedBackups(await book.runs(), keep, now())) await remove(run, book)
  const due = dueForTrial(await book.runs(), now())
  if (!due) return
  const { why, fault: thrown } = await copying.try(due.dir)
  await book.tried(due.name, now(), why)
  if (thrown) fault('backup trial', thrown)
}

async function makeOne({ dir, book, copying, now, fault }: Needs): Promise<void> {
  const startedAt = now()
  const name = backupName(startedAt)
  await sweep(dir, backupName(earlier(startedAt, DAY_MS)))
  await book.began({ name, dir: join(dir, name), startedAt })
  const written = await copying.write(join(dir, name))
  if ('bytes' in written) return book.made(name, now(), written.bytes)
  await book.failed(name, now(), written.why)
  fault('backup', written.fault)
}

/** What was begun and never finished, if it is older than a day. */
async function sweep(dir: string, before: string): Promise<void> {
  for (const name of await readdir(dir).catch(() => []))
    if (/^\d{4}-\d\d-\d\d_[\d-]+\.new$/u.test(name) && name < before) await rm(join(dir, name), { recursive: true, force: true })
}

async function remove({ name, dir }: BackupRun, book: BackupBook): Promise<void> {
  // Only a folder of the name that we gave it.
  if (basename(dir) === name && dirname(dir) !== dir) await rm(dir, { recursive: true, force: true })
  await book.gone(name)
}
