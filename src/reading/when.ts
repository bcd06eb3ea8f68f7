import { addWorkingDays, type Calendar, endOfWorkOn } from '../domain/calendar.ts'
import { dayName, dayNumber } from '../domain/moments.ts'
import { ANY_DAY, type Bounds } from './bounds.ts'
import { findSpoken, type Spoken } from './expression.ts'
import { withoutEdges } from './marks.ts'
import { wordsBeside } from './named-words.ts'
import type { Ground, When } from './sense.ts'

const said = wordsBeside(import.meta.url, 'when')

export type { When }

/** Why an order asks which day is meant. */
export interface Doubt {
  /** What was said of it. */
  words: string
  /** The likeliest day, to be said yes to. */
  day: string | null
  why: 'unclear' | 'far' | 'past' | 'rough'
}

/** `rest` is the text without the date: mostly the reason. */
export type SpokenWhen = { when: When; doubt?: never; rest: string } | { when?: never; doubt: Doubt; rest: string }

const GLUE_BEFORE = said('glue-before', 'end')
const GLUE_AFTER = said('glue-after', 'start')

export interface Asking {
  now: Date
  calendar: Calendar
  /** Where spans are counted from; now, where it is not said. */
  from?: Date
  /** How far off a day may lie, and which ones are none. */
  bounds?: Bounds
}

export const groundOf = ({ now, calendar, from = now }: Asking): Ground => ({ today: dayNumber(now), from: dayNumber(from), calendar })

/**
 * The first moment to come that a text speaks of. What is understood by half, far off or over is asked about: better a question
 * than another day.
 */
export function readWhen(text: string, asking: Asking): SpokenWhen | null {
  const found = findSpoken(text, groundOf(asking))
  if (!found) return null
  const before = text.slice(0, found.at).replace(GLUE_BEFORE, '')
  const after = text.slice(found.end).replace(GLUE_AFTER, '')
  const rest = withoutEdges(`${before.trim()} ${after.trim()}`)
  const words = text.slice(found.at, found.end).trim()
  const judged = judge(found, words, asking)
  return 'why' in judged ? { doubt: judged, rest } : { when: judged, rest }
}

/** The day, or why it is not taken as it was said. */
export function judge(found: Spoken, words: string, asking: Asking): When | Doubt {
  const { now, calendar, from = now, bounds = ANY_DAY } = asking
  const { last } = found
  if (last === null) return { words, day: null, why: found.isPast ? 'past' : 'unclear' }
  const day = dayName(dayNumber(momentOf(last, from, calendar)))
  if (found.sure) return last
  if (bounds.event && (found.loose || found.first !== null)) return { words, day: null, why: 'unclear' }
  if (found.rough || (found.orSpan && !bounds.event)) return { words, day, why: 'rough' }
  if (dayNumber(momentOf(last, from, calendar)) - dayNumber(now) > bounds.farthest) return { words, day, why: 'far' }
  return last
}

/** As an instant: the end of work on that day, or of the nth working day after `from`. */
export const momentOf = (when: When, from: Date, calendar: Calendar): Date =>
  'day' in when ? endOfWorkOn(when.day) : addWorkingDays(from, when.workingDays, calendar)
