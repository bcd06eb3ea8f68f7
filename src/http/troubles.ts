import { DAY_MS, MINUTE_MS } from '../domain/durations.ts'
import type { StatusReport } from '../ports/operations.ts'
import { statusTroubles } from '../wording/status.ts'

const LATE_MS = 15 * MINUTE_MS
/** A night may be missed, two are no chance any more. */
const OLD_BACKUP_MS = 3 * DAY_MS
const LEAST_DISK = 2 * 1024 ** 3
/** Four times what it needs; the libraries of Wechaty are known to grow. */
const MOST_MEMORY = 1.5 * 1024 ** 3
const MOST_SKEW_MS = 5000

/** A sentence, and the part of the page where the one thing to do about it stands. */
export interface Trouble {
  text: string
  at: 'channels' | 'letters' | 'groups' | 'machine' | 'backup' | 'tellings'
}

const all = (at: Trouble['at'], texts: readonly string[]): Trouble[] => texts.map((text) => ({ text, at }))

/** What of a report is wrong and wants somebody to do something, one sentence each; nothing when all is well. Pure. */
export function troublesOf(report: StatusReport): Trouble[] {
  const { at, channels, deadLetterCount, untold, groups, queues, database, memory, diskFree, clockSkew } = report
  const late = (date: Date | null) => date !== null && at.getTime() - date.getTime() > LATE_MS
  const lost = groups.filter((g) => g.state === 'lost').length
  return [
    ...all('channels', [
      ...channels.filter((c) => c.open && c.why !== null).map((c) => statusTroubles.channel(c.channel, c.why ?? '')),
      ...channels.filter((c) => late(c.oldest)).map((c) => statusTroubles.waiting(c.channel, c.waiting)),
    ]),
    ...all('letters', deadLetterCount > 0 ? [statusTroubles.deadLetters(deadLetterCount)] : []),
    ...all('groups', lost > 0 ? [statusTroubles.lostGroups(lost)] : []),
    ...all('tellings', untold > 0 ? [statusTroubles.untold(untold)] : []),
    ...all('backup', backupTroubles(report)),
    ...all('machine', [
      ...(queues.unhandled + queues.work > 200 ? [statusTroubles.behind(queues.unhandled + queues.work)] : []),
      ...(database.durable ? [] : [statusTroubles.notDurable]),
      ...(diskFree < LEAST_DISK ? [statusTroubles.disk(diskFree)] : []),
      ...(memory > MOST_MEMORY ? [statusTroubles.memory(memory)] : []),
      ...(Math.abs(clockSkew) > MOST_SKEW_MS ? [statusTroubles.skew(clockSkew)] : []),
    ]),
  ]
}

function backupTroubles({ at, backup }: StatusReport): string[] {
  if (!backup) return []
  const { why, lastMade, trial } = backup
  const isOld = lastMade === null || at.getTime() - lastMade.getTime() > OLD_BACKUP_MS
  return [
    ...(why !== null ? [statusTroubles.backup(why)] : isOld ? [statusTroubles.oldBackup(lastMade)] : []),
    ...(trial && trial.why !== null ? [statusTroubles.trial(trial.why)] : []),
  ]
}

/** What is to be done some time, but wakes nobody. Pure. */
export function remindersOf({ groups, unreachable }: StatusReport): Trouble[] {
  const waiting = groups.filter((g) => g.state === 'asked').length
  return [
    ...all('groups', waiting > 0 ? [statusTroubles.unboundGroups(waiting)] : []),
    ...all('channels', unreachable > 0 ? [statusTroubles.unreachable(unreachable)] : []),
  ]
}
