import type { Calendar } from './calendar.ts'
import { workdaysLate, workdaysLeft } from './overdue.ts'

/** Working days before a date, and after it, on which whoever answers for it reads a line in the morning; later once a week. */
const BEFORE = [3, 1, 0]
const AFTER = [1, 2, 4]
const WEEK = 5

/** How a date stands on a morning on which it is worth a word, or null on all others. `late` counts working days. */
export function worthAWord(due: Date, now: Date, calendar: Calendar): { left: number } | { late: number } | null {
  const late = workdaysLate(due, now, calendar)
  if (late > 0) return AFTER.includes(late) || late % WEEK === 0 ? { late } : null
  const left = workdaysLeft(due, now, calendar)
  return BEFORE.includes(left) ? { left } : null
}
