import { MINUTE_MS } from '../domain/durations.ts'
import type { StatusReport } from '../ports/operations.ts'
import { statusTroubles } from '../wording/status.ts'

const LATE_MS = 15 * MINUTE_MS
const LEAST_DISK = 2 * 1024 ** 3
/** Four times what it needs; the libraries of Wechaty are known to grow. */
const MOST_MEMORY = 1.5 * 1024 ** 3
const MOST_SKEW_MS = 5000

/** What of a report is wrong and wants somebody to do something, one sentence each; nothing when all is well. Pure. */
export function troublesOf(report: StatusReport): string[] {
  const { at, channels, deadLetterCount, groups, queues, database, memory, diskFree, clockSkew } = report
  const late = (date: Date | null) => date !== null && at.getTime() - date.getTime() > LATE_MS
  return [
    ...channels.filter((c) => c.open && c.why !== null).map((c) => statusTroubles.channel(c.channel, c.why ?? '')),
    ...channels.filter((c) => late(c.oldest)).map((c) => statusTroubles.waiting(c.channel, c.waiting)),
    ...(deadLetterCount > 0 ? [statusTroubles.deadLetters(deadLetterCount)] : []),
    ...(groups.some((g) => g.state === 'lost') ? [statusTroubles.lostGroups(groups.filter((g) => g.state === 'lost').length)] : []),
    ...(queues.unhandled + queues.work > 200 ? [statusTroubles.behind(queues.unhandled + queues.work)] : []),
    ...(database.durable ? [] : [statusTroubles.notDurable]),
    ...(diskFree < LEAST_DISK ? [statusTroubles.disk(diskFree)] : []),
    ...(memory > MOST_MEMORY ? [statusTroubles.memory(memory)] : []),
    ...(Math.abs(clockSkew) > MOST_SKEW_MS ? [statusTroubles.skew(clockSkew)] : []),
  ]
}

/** What is to be done some time, but wakes nobody. Pure. */
export function remindersOf({ groups, unreachable }: StatusReport): string[] {
  const waiting = groups.filter((g) => g.state === 'asked').length
  return [
    ...(waiting > 0 ? [statusTroubles.unboundGroups(waiting)] : []),
    ...(unreachable > 0 ? [statusTroubles.unreachable(unreachable)] : []),
  ]
}
