import type { Desk } from '../ports/desk.ts'

const EIGHT_HOURS_MS = 8 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000

const minutesOf = (hhmm: string): number => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5))

/** When the night or the silence of this conversation ends, or null when now is a time to speak. */
export function quietUntil(desk: Pick<Desk, 'now' | 'settings' | 'roster'>, group: string | null): Date | null {
  const muted = group ? desk.roster.groups.get(group)?.quietUntil : null
  const night = nightUntil(desk.now, desk.settings.quietFrom, desk.settings.quietTo)
  const ends = [night, muted && muted > desk.now ? muted : null].filter((d) => d !== null)
  return ends.length > 0 ? new Date(Math.max(...ends.map((d) => d.getTime()))) : null
}

/** Quiet hours as HH:MM in Asia/Shanghai, usually over midnight. */
export function nightUntil(now: Date, from: string, to: string): Date | null {
  const local = now.getTime() + EIGHT_HOURS_MS
  const midnight = Math.floor(local / DAY_MS) * DAY_MS - EIGHT_HOURS_MS
  const minute = Math.floor((local % DAY_MS) / MINUTE_MS)
  const [start, end] = [minutesOf(from), minutesOf(to)]
  if (start === end) return null
  const overMidnight = start > end
  if (overMidnight ? minute < start && minute >= end : minute < start || minute >= end) return null
  const tomorrow = overMidnight && minute >= start
  return new Date(midnight + (tomorrow ? DAY_MS : 0) + end * MINUTE_MS)
}
