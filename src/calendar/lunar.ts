import chineseDays from 'chinese-days'
import { numberOfDay } from '../domain/moments.ts'

// A CommonJS module whose names Node cannot see from outside.
const { getYearLeapMonth, monthDays } = chineseDays

// Lunar 1900-01-01. The library's own conversion depends on the machine's time zone; its month lengths do not.
const FIRST_YEAR = 1900
const LAST_YEAR = 2099
const FIRST_NEW_YEAR = numberOfDay('1900-01-31')

const daysOfMonths = (year: number, months: number): number => {
  let days = 0
  for (let m = 1; m <= months; m++) days += monthDays(year, m)
  const { leapMonth, days: leapDays } = getYearLeapMonth(year)
  return leapMonth !== undefined && leapMonth <= months ? days + leapDays : days
}

const newYears = new Map<number, number>()

/** 正月初一 of a year. */
function newYear(year: number): number {
  const known = newYears.get(year)
  if (known !== undefined) return known
  let day = FIRST_NEW_YEAR
  for (let y = FIRST_YEAR; y < year; y++) day += daysOfMonths(y, 12)
  newYears.set(year, day)
  return day
}

/** The day of a lunar date, never of a leap month; null where that month has no such day. */
export function lunarDay(year: number, month: number, day: number): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > monthDays(year, month)) return null
  return newYear(year) + daysOfMonths(year, month - 1) + day - 1
}
