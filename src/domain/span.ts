import { type Calendar, shiftWorkdays } from './calendar.ts'
import { dayName, dayNumber, minuteOfTime, momentAt, dayOf as nameOfDay, numberOfDay, weekdayOf } from './moments.ts'

export interface Span {
  from: Date
  to: Date
}

const midnight = (day: number): Date => momentAt(day, 0)

export const dayOf = (at: Date): Span => ({ from: midnight(dayNumber(at)), to: midnight(dayNumber(at) + 1) })

/** From Monday. */
export function weekOf(at: Date): Span {
  const monday = dayNumber(at) - weekdayOf(dayNumber(at)) + 1
  return { from: midnight(monday), to: midnight(monday + 7) }
}

/**
 * From the digest of the working day before to this day's beginning: an evening, or a whole holiday week. Whoever gets one
 * message a working day would never hear of it otherwise.
 */
export const sinceLastDigest = (at: Date, digestAt: string, calendar: Calendar): Span => ({
  from: momentAt(shiftWorkdays(dayNumber(at), -1, calendar), minuteOfTime(digestAt)),
  to: midnight(dayNumber(at)),
})

const first = (year: number, month: number): Date =>
  midnight(numberOfDay(new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)))

export const monthName = (at: Date): string => nameOfDay(at).slice(0, 7)

/** A month written 2026-11. */
export function monthOf(month: string): Span {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  return { from: first(year, number), to: first(year, number + 1) }
}

/** 2026-11, 2026Q4 or 2026 as a span of days; null for anything else. */
export function spanOfPeriod(period: string): Span | null {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(period)) return monthOf(period)
  const [, year, quarter] = /^(\d{4})Q([1-4])$/u.exec(period) ?? []
  if (year && quarter) return { from: first(Number(year), Number(quarter) * 3 - 2), to: first(Number(year), Number(quarter) * 3 + 1) }
  if (!/^\d{4}$/u.test(period)) return null
  return { from: monthOf(`${period}-01`).from, to: monthOf(`${period}-12`).to }
}

/** The year of a month up to that month's end: the fourth time this year is the fourth by then. */
export const yearUntil = (end: Date): Span => ({ from: first(Number(dayName(dayNumber(end) - 1).slice(0, 4)), 1), to: end })

export const lastYear = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

export const daysSince = (then: Date, now: Date): number => dayNumber(now) - dayNumber(then)

export const daysBefore = (at: Date, days: number): Date => midnight(dayNumber(at) - days)
