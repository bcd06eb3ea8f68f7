import type { Calendar } from './calendar.ts'

const EIGHT_HOURS_MS = 8 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000

const dayNumber = (at: Date): number => Math.floor((at.getTime() + EIGHT_HOURS_MS) / DAY_MS)
const dayName = (n: number): string => new Date(n * DAY_MS).toISOString().slice(0, 10)

/** How many working days lie after the day something was due, today included; 0 while it is not late. */
export function workdaysLate(due: Date, now: Date, calendar: Calendar): number {
  if (now <= due) return 0
  let days = 0
  for (let n = dayNumber(due) + 1; n <= dayNumber(now); n++) if (calendar.isWorkday(dayName(n))) days += 1
  return days
}

/** How many working days are left, today not counted; 0 is today (or late). */
export function workdaysLeft(due: Date, now: Date, calendar: Calendar): number {
  let days = 0
  for (let n = dayNumber(now) + 1; n <= dayNumber(due); n++) if (calendar.isWorkday(dayName(n))) days += 1
  return days
}
