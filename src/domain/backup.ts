import { DAY_MS, HOUR_MS } from './durations.ts'
import { dayNumber, minuteOfTime, momentAt } from './moments.ts'

/** Why a backup is not restored; nothing has been changed then. */
export type RestoreRefusal =
  | { refused: 'no-backup' }
  | { refused: 'newer'; migration: string }
  | { refused: 'other-key' }
  | { refused: 'not-empty' }
  | { refused: 'damaged'; file: string }

/** Why a backup was not made, in a word: no room, no right to write there, or what only a log can tell. */
export const BACKUP_FAULTS = ['full', 'unwritable', 'fault'] as const
export type BackupFault = (typeof BACKUP_FAULTS)[number]

/** Why it could not be restored as a trial; `no-right`: the database lets nobody build another beside it. */
export const TRIAL_FAULTS = ['no-backup', 'newer', 'other-key', 'not-empty', 'damaged', 'no-right', 'fault'] as const
export type TrialFault = (typeof TRIAL_FAULTS)[number]

export interface BackupRun {
  /** Its folder's name. */
  name: string
  dir: string
  startedAt: Date
  /** Null while it is being made, and where that was interrupted. */
  endedAt: Date | null
  bytes: number
  why: BackupFault | null
  trial: { at: Date; why: TrialFault | null } | null
}

const AGAIN_MS = HOUR_MS
const TRIAL_EVERY_MS = 6.5 * DAY_MS
const MONDAY = 3

export const isMade = (run: BackupRun): boolean => run.endedAt !== null && run.why === null
const latest = (moments: readonly Date[]): number => Math.max(0, ...moments.map((at) => at.getTime()))

/** The last moment at which one was to be made, by the township's clock. */
function lastOccurrence(time: string, now: Date): Date {
  const today = momentAt(dayNumber(now), minuteOfTime(time))
  return today <= now ? today : new Date(today.getTime() - DAY_MS)
}

/** Whether one is to be made now: once since that time of day, and one that failed again an hour later. A new database waits for its first night. */
export function isBackupDue(time: string, runs: readonly BackupRun[], born: Date, now: Date): boolean {
  const made = latest([born, ...runs.filter(isMade).map((run) => run.startedAt)])
  const tried = latest(runs.map((run) => run.startedAt))
  return lastOccurrence(time, now).getTime() > made && now.getTime() - tried > AGAIN_MS
}

/** The newest one, when it is time to restore one as a trial: weekly, and after one that went wrong with the next. */
export function dueForTrial(runs: readonly BackupRun[], now: Date): BackupRun | null {
  const newest = runs.filter(isMade).toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0]
  if (!newest || newest.trial) return null
  const went = latest(runs.flatMap((run) => (run.trial && run.trial.why === null ? [run.trial.at] : [])))
  return now.getTime() - went > TRIAL_EVERY_MS ? newest : null
}

/** What may go: all of the last `keep` nights stay, before them the first of each of as many weeks, and always the newest that was made. */
export function prunedBackups(runs: readonly BackupRun[], keep: number, now: Date): BackupRun[] {
  const today = dayNumber(now)
  const old = runs
    .filter((run) => today - dayNumber(run.startedAt) >= keep)
    .toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
  const weeks = Map.groupBy(old.filter(isMade), (run) => Math.floor((dayNumber(run.startedAt) + MONDAY) / 7))
  const staying = [...weeks.values()].slice(-keep).map(([first]) => first)
  const newest = runs.filter(isMade).toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0]
  return old.filter((run) => !staying.includes(run) && run !== newest)
}
