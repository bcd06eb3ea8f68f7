import { type Calendar, shiftWorkdays } from '../domain/calendar.ts'
import { dayName, numberOfDay, weekdayOf } from '../domain/moments.ts'
import { num } from './amount.ts'
import { hasDigit, NUMBER, readNumber } from './numbers.ts'

export interface Ground {
  today: number
  /** Where spans begin: today, or the old deadline when more time is asked for. */
  from: number
  calendar: Calendar
}

export type When = { day: string } | { workingDays: number }

/** What one expression says. */
export type Sense =
  | {
      is: 'days'
      /** Every day it may be, in order: the next one is meant, or the last where something was done. */
      days: readonly (number | null)[]
      /** Several days, of which this is the first: its end is meant. */
      first?: number
      /** The same, where it is not known yet which ones: how many days the first lies before the last. */
      since?: number
      /** A stretch of time that has an end but is no day: 下周, 月底. */
      loose?: true
      /** No day in itself; the likeliest one is asked about: 过了年. */
      rough?: true
      /** 10日: the tenth, or ten days where an order takes either. */
      orSpan?: true
      /** Said in full, with its year and the day of the week that goes with it: nothing is asked about that. */
      sure?: true
      /** Over by what its own words say: 昨天, 上周五. */
      over?: true
    }
  | { is: 'span'; from: (day: number) => When }
  | { is: 'unclear' }

export type Form = readonly [form: RegExp, read: (found: readonly (string | undefined)[], ground: Ground) => Sense]

export const UNCLEAR: Sense = { is: 'unclear' }
export const form = (source: string): RegExp => new RegExp(source, 'uy')
export const days = (all: readonly (number | null)[], more: Partial<Omit<Extract<Sense, { is: 'days' }>, 'is' | 'days'>> = {}): Sense => ({
  ...{ is: 'days', days: all },
  ...more,
})
export const on = (day: number): When => ({ day: dayName(day) })

export const yearOf = (day: number): number => Number(dayName(day).slice(0, 4))
export const monthOf = (day: number): number => Number(dayName(day).slice(5, 7))
export const monday = (day: number): number => day - weekdayOf(day) + 1

export function date(year: number, month: number, dom: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, dom))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === dom ? numberOfDay(at.toISOString().slice(0, 10)) : null
}

/** As many months later: 2026, 14 is 2027, 2. */
export const monthAt = (year: number, month: number): [year: number, month: number] => [
  year + Math.floor((month - 1) / 12),
  ((((month - 1) % 12) + 12) % 12) + 1,
]

const YEARS = [-1, 0, 1, 2, 3, 4]
const YEARS_FROM_NOW: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 当年: 0, 明年: 1, 来年: 1, 后年: 2 }
const WRITTEN_YEAR = '(\\d{4}|\\d{2}|[零〇○一二三四五六七八九]{4}|[零〇○一二三四五六七八九]{2})年'
const YEAR_WORD = '(前年|去年|今年|本年|明年|来年|后年)'
export const YEAR = `(?:${WRITTEN_YEAR}|${YEAR_WORD})`
/** 年底, 明年年底, 2027年底. */
export const END_OF_YEAR = `(?:(?:${WRITTEN_YEAR}|${YEAR_WORD})年?|年)[底末](?![子下])`

/** 2027, 27, 二〇二七, 明年; without one, the years around. */
export function yearsSaid(written: string | undefined, word: string | undefined, { today }: Ground): number[] {
  if (word) return [yearOf(today) + (YEARS_FROM_NOW[word] ?? 0)]
  if (!written) return YEARS.map((y) => yearOf(today) + y)
  const year = Number(Array.from(written, (c) => (hasDigit(c) ? c : (readNumber(c) ?? ''))).join(''))
  return [written.length === 2 ? 2000 + year : year]
}

/** Its last working day, while that has not passed. */
export function endOfMonth(year: number, month: number, { today, calendar }: Ground): number {
  const last = numberOfDay(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
  const working = shiftWorkdays(last + 1, -1, calendar)
  return working >= today ? working : last
}

export const WEEK = '(?:周|星期|礼拜)'
export const weekdayNumber = (c: string): number => (c === '天' || c === '日' ? 7 : num(c))
export const D = `(${NUMBER})`
/** Between the two ends of a stretch. */
export const TO = '(?:[-~～—–]+|[到至、或和])'
/** What goes for no day may still be said of one only where nothing else follows. */
export const STOPS = '$|[\\s，,。；;]|[之以]?[内前]|再|吧|左右|为止'
export const ENDS = `(?=${STOPS})`
