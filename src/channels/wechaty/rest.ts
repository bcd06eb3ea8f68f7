import { HOUR_MS } from '../../domain/durations.ts'
import { hourOf } from '../../domain/moments.ts'

/** Well below what an operator is told of. */
const MUCH_BYTES = 1024 ** 3
const LEAST_MS = 20 * HOUR_MS

/** The libraries keep every contact and message they have seen. A new bot begins anew: at night, only where it has become much. Pure. */
export function isTimeToRest(now: Date, { loginAt, bytes }: { loginAt: Date; bytes: number }): boolean {
  const hour = hourOf(now)
  return bytes > MUCH_BYTES && hour >= 2 && hour < 5 && now.getTime() - loginAt.getTime() > LEAST_MS
}
