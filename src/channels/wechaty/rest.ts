const HOUR_MS = 60 * 60_000
const EIGHT_HOURS_MS = 8 * HOUR_MS
/** Well below what an operator is told of. */
const MUCH_BYTES = 1024 ** 3
const LEAST_MS = 20 * HOUR_MS

/** The libraries keep every contact and message they have seen. A new bot begins anew: at night, only where it has become much. Pure. */
export function isTimeToRest(now: Date, { loginAt, bytes }: { loginAt: Date; bytes: number }): boolean {
  const hour = new Date(now.getTime() + EIGHT_HOURS_MS).getUTCHours()
  return bytes > MUCH_BYTES && hour >= 2 && hour < 5 && now.getTime() - loginAt.getTime() > LEAST_MS
}
