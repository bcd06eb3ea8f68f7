import { z } from 'zod'
import { BACKUP_FAULTS, type BackupRun, isMade, TRIAL_FAULTS } from '../domain/backup.ts'
import type { BackupBook } from '../ports/backup-book.ts'
import type { BackupReport } from '../ports/operations.ts'
import type { Database } from './transaction.ts'

const Why = z.enum(BACKUP_FAULTS).nullable()
const TrialWhy = z.enum(TRIAL_FAULTS).nullable()

export const backupBookOf = (db: Database): BackupBook => ({
  async runs() {
    const rows = await db.backupRun.findMany({ orderBy: { startedAt: 'desc' } })
    return rows.map(({ bytes, why, trialAt, trialWhy, ...run }) => ({
      ...run,
      bytes: Number(bytes ?? 0),
      why: Why.parse(why),
      trial: trialAt && { at: trialAt, why: TrialWhy.parse(trialWhy) },
    }))
  },
  async born() {
    const [row] = await db.$queryRaw<{ at: Date | null }[]>`SELECT min(finished_at) AS at FROM _prisma_migrations`
    return row?.at ?? new Date(0)
  },
  async began(run) {
    await db.backupRun.create({ data: run })
  },
  async made(name, at, bytes) {
    await db.backupRun.update({ where: { name }, data: { endedAt: at, bytes: BigInt(bytes) } })
  },
  async failed(name, at, why) {
    await db.backupRun.update({ where: { name }, data: { endedAt: at, why } })
  },
  async tried(name, at, why) {
    await db.backupRun.update({ where: { name }, data: { trialAt: at, trialWhy: why } })
  },
  async gone(name) {
    await db.backupRun.delete({ where: { name } })
  },
})

/** How it stands with the backups, of what the book says, the newest first; one that is being made is not yet spoken of. */
export function backupReport(runs: readonly BackupRun[]): BackupReport | null {
  const last = runs.find((run) => run.endedAt !== null)
  if (!last?.endedAt) return null
  const tried = runs.flatMap((run) => (run.trial ? [run.trial] : []))
  return {
    ...{ at: last.startedAt, why: last.why, bytes: last.bytes, dir: last.dir },
    seconds: (last.endedAt.getTime() - last.startedAt.getTime()) / 1000,
    lastMade: runs.find(isMade)?.startedAt ?? null,
    trial: tried.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null,
  }
}
