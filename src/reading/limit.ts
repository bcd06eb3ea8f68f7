import type { Limit } from '../domain/duty.ts'
import { NUMBER, readNumber } from './numbers.ts'

const UNITS: readonly (readonly [words: RegExp, unit: Limit['unit']])[] = [
  [/^分钟/u, 'minutes'],
  [/^个?工作?小?时(?!候)/u, 'workingHours'],
  [/^个?(?:小时|钟头)/u, 'hours'],
  // People count the days on which somebody works.
  [/^个?(?:工作日|天|日)/u, 'workingDays'],
]
const WEEK = /^个?(?:周|星期|礼拜)/u
const SPAN = new RegExp(`(${NUMBER}|半)\\s*(.{1,5})`, 'u')

/** 5天, 三个工作日, 24小时, 当天, 一周: a limit as people say it. */
export function readLimit(said: string): Limit | null {
  if (/当天|当日|同一?天/u.test(said)) return { amount: 1, unit: 'sameDay' }
  const found = SPAN.exec(said)
  const amount = found?.[1] === '半' ? 0.5 : readNumber(found?.[1] ?? '')
  const unit = found?.[2] ?? ''
  if (amount === null || amount <= 0 || amount > 400) return null
  if (/^个?小时/u.test(unit)) return { amount, unit: 'hours' }
  if (WEEK.test(unit)) return { amount: amount * 5, unit: 'workingDays' }
  const known = UNITS.find(([words]) => words.test(unit))?.[1]
  return known ? { amount, unit: known } : null
}
