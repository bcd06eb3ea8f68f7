import { shiftWorkdays } from '../domain/calendar.ts'
import { dayName, numberOfDay } from '../domain/moments.ts'
import { wordsBeside } from './named-words.ts'
import { type Piece, pieceAt } from './piece.ts'
import { type Ground, on, type Sense, type When } from './sense.ts'
import { touchedFrom, touchedUntil } from './touching.ts'

const said = wordsBeside(import.meta.url, 'expression')

/** Which way the days lie that are looked for. */
export type Direction = 'to-come' | 'gone'

/** An expression of time, whole, with what its words say and where it stands. */
export interface Spoken {
  at: number
  end: number
  /** Null where it could not be read, or no such day lies that way. */
  last: When | null
  /** The first of several days. */
  first: number | null
  /** It is counted, from now or from a deadline. */
  isSpan: boolean
  isPast: boolean
  loose: boolean
  rough: boolean
  sure: boolean
  orSpan: boolean
}

const NOTHING = { last: null, first: null, isSpan: false, isPast: false, loose: false, rough: false, sure: false, orSpan: false }
type Days = Extract<Sense, { is: 'days' }>
type Span = Extract<Sense, { is: 'span' }>

const nextOf = (days: readonly (number | null)[], least: number): number | undefined =>
  days.flatMap((day) => (day !== null && day >= least ? [day] : []))[0]
const latestOf = (days: readonly (number | null)[], most: number): number | undefined =>
  days.flatMap((day) => (day !== null && day <= most ? [day] : [])).at(-1)

/**
 * The first expression of a text that looks the way that is asked for; what its own words place on the other side is passed over.
 * Where something of time touches it that was not read with it, it says nothing.
 */
export function findSpoken(text: string, ground: Ground, direction: Direction = 'to-come'): Spoken | null {
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, ground)
    if (!piece) {
      at += 1
      continue
    }
    const whole = composed(text, at, piece, ground, direction)
    const isOver = direction === 'to-come' && piece.sense.is === 'days' && piece.sense.over === true
    if (!isOver) return withTouching(text, whole)
    at = whole.end
  }
  return null
}

function withTouching(text: string, found: Spoken): Spoken {
  const [at, end] = [touchedFrom(text, found.at), touchedUntil(text, found.end)]
  if (at !== found.at || end !== found.end) return { ...NOTHING, at, end }
  // 过了12月5日 is some day after it.
  const before = found.isSpan ? undefined : AFTERWARDS.exec(text.slice(0, at))?.[0]
  return before === undefined ? found : { ...found, at: at - before.length, rough: true }
}

function readSense(sense: Sense, ground: Ground, direction: Direction): Omit<Spoken, 'at' | 'end'> {
  if (sense.is === 'unclear') return NOTHING
  if (sense.is === 'span') return { ...NOTHING, isSpan: true, last: direction === 'gone' ? null : sense.from(ground.from) }
  const { first, since, loose = false, rough = false, sure = false, orSpan = false } = sense
  const day = direction === 'gone' ? latestOf(sense.days, ground.today) : nextOf(sense.days, ground.today)
  if (day === undefined) return { ...NOTHING, isPast: sense.days.some((d) => d !== null) }
  return { ...NOTHING, last: on(day), first: first ?? (since === undefined ? null : day - since), loose, rough, sure, orSpan }
}

/** Between the ends of a stretch; nothing at all parts 周四周五, and a bracket 周四（12月10日）. */
const RANGE = said('range', 'start')
/** The first and the third: two days, and no stretch between them. */
const LISTED = said('listed')
const AFTERWARDS = said('afterwards', 'end')
const SINCE = said('since', 'start')
const FROM_DAY = said('from-day', 'start')
const UP_TO = said('up-to', 'start')

interface Second extends Piece {
  link: string
  /** Only a gap stands between the two. */
  apart: boolean
  /** A figure runs into a figure: 周三十一号 may be two things. */
  runsOn: boolean
}

const FIGURE = said('figure')

function second(text: string, from: number, link: RegExp, ground: Ground): Second | null {
  const found = link.exec(text.slice(from))?.[0] ?? ''
  const piece = pieceAt(text, from + found.length, ground)
  const runsOn = found === '' && FIGURE.test(text[from - 1] ?? '') && FIGURE.test(text[from] ?? '')
  return piece && { ...piece, link: found, apart: found !== '' && found.trim() === '', runsOn }
}

/** 周三到周五, 明天起三天, 三天，从明天开始, 三天，到周五: two expressions that say one time. */
function composed(text: string, at: number, { end, sense }: Piece, ground: Ground, direction: Direction): Spoken {
  const alone: Spoken = { at, end, ...readSense(sense, ground, direction) }
  if (sense.is === 'unclear') return alone
  const other = second(text, end, RANGE, ground)
  if (sense.is === 'span') {
    const behind = text.slice(end)
    const from = FROM_DAY.test(behind) ? second(text, end, FROM_DAY, ground) : null
    if (from?.sense.is === 'days') return counted(text, { at, end: from.end }, from.sense, sense, ground)
    const until = UP_TO.test(behind) ? second(text, end, UP_TO, ground) : null
    if (until?.sense.is === 'days') return { at, end: until.end, ...readSense(until.sense, ground, direction) }
    if (!other || other.apart) return alone
    return { at, end: other.end, ...(other.sense.is === 'span' && other.link !== '' ? readSense(other.sense, ground, direction) : NOTHING) }
  }
  if (other?.runsOn && !/[^十]一天$/u.test(text.slice(end - 1, other.end))) return { at, end: other.end, ...NOTHING }
  if (other?.sense.is === 'days') return continued(text, ranged(alone, other, ground, direction), ground)
  const span = second(text, end, SINCE, ground)
  if (span?.sense.is === 'span' && span.link.trim() !== '') return counted(text, { at, end: span.end }, sense, span.sense, ground)
  // 明天一天 is tomorrow.
  if (span && /^\s?[一半]天$/u.test(text.slice(end, span.end))) return { ...alone, end: span.end }
  return other && !other.apart ? { at, end: other.end, ...NOTHING } : alone
}

/** 周五、周六、周日; 周四周五两天: more days that follow, and how many they are. */
function continued(text: string, found: Spoken, ground: Ground): Spoken {
  if (found.last === null || !('day' in found.last)) return found
  const last = numberOfDay(found.last.day)
  const more = second(text, found.end, RANGE, ground)
  if (!more || more.apart) return found
  const count = more.sense.is === 'span' ? more.sense.from(last) : null
  const asMany = count && 'workingDays' in count && count.workingDays === last - (found.first ?? last) + 1
  if (asMany) return { ...found, end: more.end }
  const next = more.sense.is === 'days' ? nextOf(more.sense.days, last) : undefined
  if (next !== last + 1) return { ...NOTHING, at: found.at, end: more.end }
  return continued(text, { ...found, last: on(next), end: more.end }, ground)
}

/** From one day on, so and so long; the first day is one of them. */
function counted(text: string, { at, end }: { at: number; end: number }, since: Days, span: Span, ground: Ground): Spoken {
  const first = nextOf(since.days, ground.today)
  const until = end + (/^(?:起|开始)/u.exec(text.slice(end))?.[0].length ?? 0)
  if (first === undefined) return { at, end: until, ...NOTHING }
  const last = span.from(first - 1)
  const day = 'day' in last ? last.day : dayName(shiftWorkdays(first - 1, last.workingDays, ground.calendar))
  return { ...NOTHING, at, end: until, last: { day }, first }
}

/** 下周一到周三; 周四周五; 周四（12月10日). What runs backwards is not understood. */
function ranged(alone: Spoken, other: Second, ground: Ground, direction: Direction): Spoken {
  const end = /[(（]/u.test(other.link) ? other.end + 1 : other.end
  const unread: Spoken = { ...NOTHING, at: alone.at, end }
  if (other.sense.is !== 'days' || alone.last === null || !('day' in alone.last)) return other.apart ? alone : unread
  const day = numberOfDay(alone.last.day)
  const first = alone.first ?? day
  const last = nextOf(other.sense.days, day)
  if (last === day) return { ...alone, end }
  if (other.apart) return alone
  const isBackwards =
    last === undefined ||
    (direction === 'gone' && last > ground.today) ||
    (other.link === '' && last - first > 6) ||
    (LISTED.test(other.link) && last > day + 1)
  const sure = alone.sure && other.sense.sure === true
  return isBackwards
    ? unread
    : { ...alone, end, first, last: on(last), loose: false, orSpan: false, sure, rough: alone.rough || other.sense.rough === true }
}
