import type { Festival } from '../domain/calendar.ts'
import { dayName, numberOfDay } from '../domain/moments.ts'
import { lunarDay } from './lunar.ts'

// The rule of thumb for the solar term 清明, right for the whole of this century; the library's answer moves with the time zone.
const qingming = (year: number): number => {
  const y = year % 100
  return numberOfDay(`${year}-04-01`) + Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4) - 1
}

const solar = (month: number, day: number) => (year: number) =>
  numberOfDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
const lunar = (month: number, day: number) => (year: number) => lunarDay(year, month, day)

interface LawDay {
  /** The day the festival is named after. */
  of: (year: number) => number | null
  /** How many days before it the rest begins, and how long it is. */
  rest: readonly [before: number, days: number]
}

/**
 * The holidays that are law in every year: 全国年节及纪念日放假办法, as amended with effect from 2025. Which working
 * weekends pay for longer ones is announced year by year and not guessed here.
 */
export const LAW_DAYS: Readonly<Record<Festival, LawDay>> = {
  newYear: { of: solar(1, 1), rest: [0, 1] },
  spring: { of: lunar(1, 1), rest: [1, 4] },
  qingming: { of: qingming, rest: [0, 1] },
  labour: { of: solar(5, 1), rest: [0, 2] },
  dragonBoat: { of: lunar(5, 5), rest: [0, 1] },
  midAutumn: { of: lunar(8, 15), rest: [0, 1] },
  national: { of: solar(10, 1), rest: [0, 3] },
}

export const lawDays = (year: number): ReadonlySet<string> =>
  new Set(
    Object.values(LAW_DAYS).flatMap(({ of, rest: [before, days] }) => {
      const day = of(year)
      return day === null ? [] : Array.from({ length: days }, (_, i) => dayName(day - before + i))
    }),
  )
