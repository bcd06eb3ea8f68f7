import { dayName, dayNumber, numberOfDay } from '../domain/moments.ts'
import { findSpoken } from './expression.ts'
import { withoutEdges } from './marks.ts'
import type { Asking, Doubt } from './when.ts'

/** 2026-11-20, and the text without it; or why it is not plain which day is meant. */
export type SpokenDay = { day: string; doubt?: never; rest: string } | { day?: never; doubt: Doubt; rest: string }

/** Days. */
const LONG_AGO = 270

/** The last day of that name that is not in the future: what was done is written down afterwards. */
export function readPastDay(text: string, { now, calendar }: Pick<Asking, 'now' | 'calendar'>): SpokenDay | null {
  const today = dayNumber(now)
  const found = findSpoken(text, { today, from: today, calendar }, 'gone')
  if (!found) return null
  const rest = withoutEdges(`${text.slice(0, found.at).trim()} ${text.slice(found.end).trim()}`)
  const words = text.slice(found.at, found.end).trim()
  const day = found.last && 'day' in found.last ? found.last.day : null
  if (day === null || found.loose) return { doubt: { words, day: null, why: 'unclear' }, rest }
  // Said without its year, what lies nearly a year back is rather still to come.
  const isFar = !/年/u.test(words) && today - numberOfDay(day) > LONG_AGO
  if (isFar) return { doubt: { words, day, why: 'far' }, rest }
  return found.rough ? { doubt: { words, day, why: 'rough' }, rest } : { day: day > dayName(today) ? dayName(today) : day, rest }
}
