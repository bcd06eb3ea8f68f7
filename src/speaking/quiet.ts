import { dayNumber, minuteOf, minuteOfTime, momentAt } from '../domain/moments.ts'
import type { SpeakersDesk } from '../ports/speech.ts'

/** When the night or the silence of this conversation ends, or null when now is a time to speak. */
export function quietUntil(desk: Pick<SpeakersDesk, 'now' | 'settings' | 'roster'>, group: string | null): Date | null {
  const muted = group ? desk.roster.groups.get(group)?.quietUntil : null
  const night = nightUntil(desk.now, desk.settings.quietFrom, desk.settings.quietTo)
  const ends = [night, muted && muted > desk.now ? muted : null].filter((d) => d !== null)
  return ends.length > 0 ? new Date(Math.max(...ends.map((d) => d.getTime()))) : null
}

/** Quiet hours as HH:MM in Asia/Shanghai, usually over midnight. */
export function nightUntil(now: Date, from: string, to: string): Date | null {
  const minute = minuteOf(now)
  const [start, end] = [minuteOfTime(from), minuteOfTime(to)]
  if (start === end) return null
  const overMidnight = start > end
  if (overMidnight ? minute < start && minute >= end : minute < start || minute >= end) return null
  const tomorrow = overMidnight && minute >= start
  return momentAt(dayNumber(now) + (tomorrow ? 1 : 0), end)
}
