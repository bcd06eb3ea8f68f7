import { DAY_MS, MINUTE_MS } from '../../../domain/durations.ts'
import { hourOf } from '../../../domain/moments.ts'
import { LINE_PACE, type LinePace } from './line.ts'

/** How a line is kept; milliseconds of machine time. */
export interface KeepPace {
  line: LinePace
  /** A process that ended without a word is followed by another after this. */
  leaseMs: number
  /** Before the second, third, … try after a loss; the last one goes on. */
  backOffMs: readonly number[]
  /** Whoever was up so long begins to count anew. */
  steadyMs: number
  /** At the least, after the platform has refused the bot. */
  refusedMs: number
  /** After the first kick by somebody outside; each further one of a day doubles it. */
  standBackMs: number
  /** No word for so long in working hours: a new connection. */
  silenceMs: number
}

export const KEEP_PACE: KeepPace = {
  line: LINE_PACE,
  leaseMs: 20_000,
  backOffMs: [500, 1000, 2000, 4000, 8000, 16_000, 30_000],
  steadyMs: 2 * MINUTE_MS,
  refusedMs: MINUTE_MS,
  standBackMs: 60 * MINUTE_MS,
  silenceMs: 20 * MINUTE_MS,
}

export const standBackMs = (pace: Pick<KeepPace, 'standBackMs'>, kicks: number): number =>
  Math.min(pace.standBackMs * 2 ** (kicks - 1), DAY_MS)

/** When people in a village speak, every day of the week; by China's clock. */
export const isWorkingHour = (at: Date): boolean => {
  const hour = hourOf(at)
  return hour >= 8 && hour < 20
}
