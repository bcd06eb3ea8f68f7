import { type Calendar, endOfWorkOn, shiftWorkdays, startOfWork } from '../domain/calendar.ts'
import { dayName, dayNumber, numberOfDay } from '../domain/moments.ts'
import { findWhen, readWhen, type When } from './when.ts'

/** Which days somebody is away; days as 2026-11-27. */
export interface LeaveDays {
  /** The first of them; null: from now on. */
  since: string | null
  /** The last of them; null where it was not said. */
  until: string | null
  /** The words without the days: mostly who stands in. */
  rest: string
}

const UNTIL = /(?:到|至)\s*$/u
const BOTH = /(大?后天|明天?|今天?)(?:[、和跟]?)(大?后天|明天|后天)/u
const FROM = /^\s*(?:起|开始|往后|以后)/u
/** What may stand between the first and the last day: 起请假, 到, a dash. */
const LINK = /^\s*(?:起|开始|往后|以后)?[\s，,]*(?:我?(?:请假|休假|休息|出差|请|休))?\s*(?:(?:一直)?(?:到|至)|[-—–~～、和跟])?\s*$/u
const WHOLE_WEEK = /^下+(?:周|个?星期|个?礼拜)$/u
/** Counted from today wherever it stands: 下周一到下周三. */
const FROM_TODAY = /下|明|后天|本|这/u
const SPAN = /^[\d零〇一二两三四五六七八九十半]+ ?(?:天|个?工作日|周|个?星期|个?礼拜|个半?月)$/u
const GLUE = /^\s*(?:请个?|休|共|一共|总共)?\s*假?(?:起|开始)?\s*/u

const spelt = (text: string): string =>
  // 明后天 are two days.
  text
    .replace(/(\d{1,2}[./]\d{1,2})\s*[-—–~～]\s*(?=\d{1,2}[./]\d)/gu, '$1到')
    .replace(/明后(?:两)?天/gu, '明天到后天')
    .replace(BOTH, (_, a: string, b: string) => `${/天$/u.test(a) ? a : `${a}天`}到${b}`)

/**
 * 到周五, 三天, 下周一到下周三, 12月1日到5日, 明天起三天. The first day counts as one of the days away; a day by itself is the
 * one day, unless 到 stands before it.
 */
export function readLeaveDays(typed: string, now: Date, calendar: Calendar): LeaveDays {
  const text = spelt(typed)
  const found = findWhen(text, now, calendar)
  if (!found) return { since: null, until: null, rest: text }
  const [before, after] = [text.slice(0, found.at), text.slice(found.end)]
  const rest = (tail: string, head = before) =>
    `${head.replace(UNTIL, '').replace(/从\s*$/u, '')} ${tail.replace(GLUE, '')}`.replace(/^[\s，,、]+|[\s，,、]+$/gu, '')
  const today = dayNumber(now)
  // What is said after work begins tomorrow.
  const first = now < endOfWorkOn(dayName(today)) ? today : today + 1
  if (!('day' in found.when) || SPAN.test(text.slice(found.at, found.end))) {
    const later = /(?:起|开始)/u.test(after) ? readLeaveDays(after, now, calendar) : null
    const last = readEnd(after, now, calendar)
    if (last) return { since: null, until: last.until, rest: rest(last.rest) }
    const since = later?.since ?? null
    return { since, until: lastOf(found.when, since ? numberOfDay(since) : first, calendar), rest: rest(later ? later.rest : after) }
  }
  if (UNTIL.test(before)) return { since: null, until: found.when.day, rest: rest(after) }
  const said = text.slice(found.at, found.end)
  const day = WHOLE_WEEK.test(said) ? dayName(numberOfDay(found.when.day) - 4) : found.when.day
  const since = numberOfDay(day) > today ? day : null
  const from = Math.max(numberOfDay(day), first)
  const second = findWhen(after, startOfWork(from), calendar, startOfWork(from - 1))
  const next = second && FROM_TODAY.test(after.slice(second.at, second.end)) ? findWhen(after, now, calendar) : second
  if (next && LINK.test(after.slice(0, next.at)))
    return { since, until: lastOf(next.when, from, calendar), rest: rest(after.slice(next.end)) }
  return { since, until: FROM.test(after) ? null : found.when.day, rest: rest(after) }
}

const lastOf = (when: When, first: number, calendar: Calendar): string =>
  'day' in when ? when.day : dayName(shiftWorkdays(first - 1, when.workingDays, calendar))

/** 三天，到周五: the day is meant. */
function readEnd(text: string, now: Date, calendar: Calendar): { until: string; rest: string } | null {
  if (!/^[\s，,]*(?:到|至)/u.test(text)) return null
  const found = readWhen(text, now, calendar)
  return found && 'day' in found.when ? { until: found.when.day, rest: found.rest } : null
}
