import type { Calendar } from './calendar.ts'
import { dayName, dayNumber } from './moments.ts'

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
