import { DAY_MS, HOUR_MS, later, MINUTE_MS } from './durations.ts'

/** Days and times of day in Asia/Shanghai, which has been UTC+8 without summer time since 1992. Instants stay UTC. */
const OFFSET_MS = 8 * HOUR_MS

/** Days since 1970-01-01 on the wall calendar of Shanghai; easy to count with. */
export const dayNumber = (at: Date): number => Math.floor((at.getTime() + OFFSET_MS) / DAY_MS)

/** 20783 → 2026-11-26. */
export const dayName = (n: number): string => new Date(n * DAY_MS).toISOString().slice(0, 10)

/** The day an instant lies in, 2026-11-27. */
export const dayOf = (at: Date): string => dayName(dayNumber(at))

/** 2026-11-27 → its number. */
export const numberOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)

/** Minutes since midnight, with their fraction. */
export const minuteOf = (at: Date): number => (at.getTime() + OFFSET_MS - dayNumber(at) * DAY_MS) / MINUTE_MS

export const momentAt = (day: number, minute: number): Date => new Date(day * DAY_MS - OFFSET_MS + Math.round(minute * MINUTE_MS))

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** 08:30 → 510. What is not a time of day is a fault of the one who wrote the setting. */
export function minuteOfTime(time: string): number {
  const found = /^(\d{1,2}):(\d{2})$/.exec(time)
  const minute = Number(found?.[1]) * 60 + Number(found?.[2])
  if (!found || Number(found[2]) > 59 || minute > 24 * 60) throw new Error(`not a time of day: ${time}`)
  return minute
}

/** The hour of the day, 0 to 23. */
export const hourOf = (at: Date): number => Math.floor(minuteOf(at) / 60)

/** 2026-11-27T18:30:00.000 by the wall clock. */
export const wallClock = (at: Date): string => later(at, OFFSET_MS).toISOString().slice(0, -1)

export const yearOf = (at: Date): number => Number(dayOf(at).slice(0, 4))
