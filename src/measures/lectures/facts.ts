import { dayName, dayOf, minuteOf, numberOfDay } from '../../domain/moments.ts'
import type { Venue } from '../../domain/venue.ts'

/** 法治大讲堂, 道德大讲堂: each is to be held once a month. */
export const SERIES = ['law', 'moral'] as const
export type Series = (typeof SERIES)[number]

export interface Lecture {
  id: string
  /** Speakable: 讲堂 3. */
  number: number
  series: Series
  /** 2026-11-27, and minutes since midnight. */
  day: string
  minute: number
  place: string
  /** Anybody, from the township or visiting. */
  speaker: string
  topic: string
  by: string
  /** Whose groups hear of it. */
  villages: string[]
  state: 'planned' | 'held' | 'cancelled'
  /** A number, never a list of who came. */
  attendance: number | null
  note: string
  photos: { id: string; name: string }[]
}

/** The day of the month on which the office is told what is still missing. */
export const MISSING_TOLD_ON = 20

/** The series that a month neither had nor has planned. */
export const missingSeries = (month: string, lectures: readonly Lecture[]): Series[] =>
  SERIES.filter((s) => !lectures.some((l) => l.series === s && l.state !== 'cancelled' && l.day.startsWith(month)))

/** Whether a lecture lies behind, so that its attendance can be asked for. */
export const isOver = (l: Pick<Lecture, 'day' | 'minute'>, now: Date): boolean =>
  l.day < dayOf(now) || (l.day === dayOf(now) && l.minute <= minuteOf(now))

/** The day before. */
export const eveOf = (l: Pick<Lecture, 'day'>): string => dayName(numberOfDay(l.day) - 1)

/** The room for lectures nearest to a place, for who names none. */
export const lectureRoom = (venues: readonly Venue[], line: readonly string[]): Venue | null =>
  line.map((grid) => venues.find((v) => v.grid === grid && v.uses.includes('lecture'))).find((v) => v !== undefined) ?? null
