import chineseDays from 'chinese-days'
import { dayName, numberOfDay } from '../domain/moments.ts'

// A CommonJS module whose names Node cannot see from outside.
const { getYearLeapMonth, monthDays } = chineseDays

// Lunar 1900-01-01. The library's own conversion depends on the machine's time zone; its month lengths do not.
const FIRST_NEW_YEAR = numberOfDay('1900-01-31')

const daysOfLunarMonths = (year: number, months: number): number => {
  let days = 0
  for (let m = 1; m <= months; m++) days += monthDays(year, m)
  const { leapMonth, days: leapDays } = getYearLeapMonth(year)
  return leapMonth !== undefined && leapMonth <= months ? days + leapDays : days
}

function newYear(year: number): number {
  let day = FIRST_NEW_YEAR
  for (let y = 1900; y < year; y++) day += daysOfLunarMonths(y, 12)
  return day
}

// The rule of thumb for the solar term 清明, right for the whole of this century; the library's answer moves with the time zone.
const qingming = (year: number): number => {
  const y = year % 100
  return numberOfDay(`${year}-04-01`) + Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4) - 1
}

const run = (first: number, days: number): number[] => Array.from({ length: days }, (_, i) => first + i)

/**
 * The holidays that are law in every year: 全国年节及纪念日放假办法, as amended with effect from 2025. Which working
 * weekends pay for longer ones is announced year by year and not guessed here.
 */
export function lawDays(year: number): ReadonlySet<string> {
  const spring = newYear(year)
  const lunar = (month: number, day: number) => spring + daysOfLunarMonths(year, month - 1) + day - 1
  return new Set(
    [
      ...run(numberOfDay(`${year}-01-01`), 1),
      ...run(spring - 1, 4),
      ...run(qingming(year), 1),
      ...run(numberOfDay(`${year}-05-01`), 2),
      ...run(lunar(5, 5), 1),
      ...run(lunar(8, 15), 1),
      ...run(numberOfDay(`${year}-10-01`), 3),
    ].map(dayName),
  )
}
