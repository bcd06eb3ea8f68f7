import type { Limit } from '../domain/duty.ts'
import { AMOUNT, amountOf } from './amount.ts'
import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'limit')

const TO = '(?:[-~～—–]+|[到至])'
const SPAN = new RegExp(
  `^(?:改[成为到]|[限在]|不?超过|最多|最长)*\\s*(?:${AMOUNT}\\s*${TO})?${AMOUNT}\\s*([^\\d\\s]{1,6}?)(?:[之以]?内|完成|办结|办完)?$`,
  'u',
)
const UNITS: readonly (readonly [words: RegExp, unit: Limit['unit'], times: number])[] = [
  [said('minutes', 'whole'), 'minutes', 1],
  [said('hours', 'whole'), 'hours', 1],
  [said('working-hours', 'whole'), 'workingHours', 1],
  // People count the days on which somebody works.
  [said('days', 'whole'), 'workingDays', 1],
  [said('weeks', 'whole'), 'workingDays', 5],
]

const SAME_DAY = said('same-day', 'whole')

/** 5天, 三个工作日, 24小时, 当天, 一周: a limit as people say it, the longer one of 3到5天; null where anything is left over. */
export function readLimit(said: string): Limit | null {
  const text = said.trim()
  if (SAME_DAY.test(text)) return { amount: 1, unit: 'sameDay' }
  const [, least, most, unit = ''] = SPAN.exec(text) ?? []
  const known = UNITS.find(([words]) => words.test(unit))
  const amount = amountOf(most)
  if (!known || !(amount > 0 && amount <= 400) || (least !== undefined && !(amountOf(least) < amount))) return null
  return { amount: amount * known[2], unit: known[1] }
}

const COUNT = new RegExp(`(?:${AMOUNT}\\s?(?:天|日)?${TO})?${AMOUNT}\\s?(天|日|周|个?星期|个?礼拜|个?月)(半?)`, 'u')
const TOUCHED_BEFORE = said('touched-before', 'end')
const TOUCHED_BEHIND = said('touched-behind', 'start')
const CALENDAR_DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 }

/** 15天, 半个月, 两周 as days of the calendar, with the words besides; null where it is not plain how many. */
export function readDayCount(text: string): { days: number; rest: string } | null {
  const found = COUNT.exec(text)
  if (!found) return null
  const [all, least, most, unit = '', half] = found
  const [before, behind] = [text.slice(0, found.index), text.slice(found.index + all.length)]
  const amount = amountOf(most) + (half ? 0.5 : 0)
  const days = Math.ceil(amount * (CALENDAR_DAYS[unit.replace('个', '')] ?? Number.NaN))
  const isPlain = days > 0 && !TOUCHED_BEFORE.test(before) && !TOUCHED_BEHIND.test(behind)
  if (!isPlain || (least !== undefined && !(amountOf(least) < amountOf(most)))) return null
  return { days, rest: `${before.trim()} ${behind.trim()}`.trim() }
}
