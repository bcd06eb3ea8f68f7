import { endOfWorkOn, shiftWorkdays } from '../domain/calendar.ts'
import { dayName, dayNumber, numberOfDay } from '../domain/moments.ts'
import { findSpoken } from './expression.ts'
import { withoutEdges } from './marks.ts'
import { wordsBeside } from './named-words.ts'
import { type Asking, type Doubt, groundOf, judge } from './when.ts'

const said = wordsBeside(import.meta.url, 'leave-days')

/** Which days somebody is away; days as 2026-11-27. */
export interface LeaveDays {
  /** The first of them; null: from now on. */
  since: string | null
  /** The last of them; null where it was not said. */
  until: string | null
  /** Why it is asked which days are meant. */
  doubt: Doubt | null
  /** The words without the days: mostly who stands in. */
  rest: string
}

const UNTIL = said('until', 'end')
const SINCE = said('since', 'end')
const FROM = said('from', 'start')
const PART_OF_DAY = said('part-of-day', 'start')
/** 到5号前, 周五下午. */
const GLUE = said('glue', 'start')

/**
 * 到周五, 三天, 下周一到下周三, 12月1日到5日, 明天起三天. The first day counts as one of the days away; a day by itself is the
 * one day, unless 到 stands before it.
 */
export function readLeaveDays(typed: string, asking: Asking): LeaveDays {
  const { now, calendar } = asking
  const text = PART_OF_DAY.test(typed) ? `今天${typed}` : typed
  const found = findSpoken(text, groundOf(asking))
  if (!found) return { since: null, until: null, doubt: null, rest: text }
  const [before, after] = [text.slice(0, found.at), text.slice(found.end)]
  const rest = withoutEdges(`${before.replace(UNTIL, '').replace(SINCE, '')} ${after.replace(GLUE, '')}`)
  const judged = judge(found, text.slice(found.at, found.end).trim(), asking)
  if ('why' in judged) return { since: null, until: null, doubt: judged, rest }
  const today = dayNumber(now)
  // What is said after work begins tomorrow.
  const next = now < endOfWorkOn(dayName(today)) ? today : today + 1
  const since = (day: number) => (day > today ? dayName(day) : null)
  const spoken = (first: string | null, until: string | null): LeaveDays => ({ since: first, until, doubt: null, rest })
  if (found.isSpan) {
    const until = 'day' in judged ? judged.day : dayName(shiftWorkdays(next - 1, judged.workingDays, calendar))
    return spoken(null, until)
  }
  const last = 'day' in judged ? judged.day : dayName(today)
  if (found.first !== null) return spoken(since(found.first), last)
  if (UNTIL.test(before)) return spoken(null, last)
  return spoken(since(numberOfDay(last)), FROM.test(after) ? null : last)
}
