import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'
import { dayName, dayOf, minuteOf, numberOfDay } from '../../domain/moments.ts'
import type { Venue } from '../../domain/venue.ts'

/** 法治大讲堂, 道德大讲堂: each is to be held once a month. */
const SERIES = ['law', 'moral'] as const
export type Series = (typeof SERIES)[number]

export const Lecture = Case.extend({
  status: z.enum(['planned', 'held', 'cancelled']),
  series: z.enum(SERIES),
  day: z.string(),
  /** Minutes since midnight. */
  minute: z.number().int(),
  place: z.string(),
  /** Anybody, from the township or visiting. */
  speaker: z.string(),
  topic: z.string(),
  by: z.string(),
  /** Whose groups hear of it. */
  villages: z.array(z.string()),
  /** A number, never a list of who came. */
  attendance: z.number().int().nullable(),
  note: z.string(),
  photos: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Lecture = z.infer<typeof Lecture>
export const LECTURES: CaseKind<Lecture> = { measure: 'lecture', shape: Lecture }

/** The day of the month on which the office is told what is still missing. */
export const MISSING_TOLD_ON = 20

/** The series that a month neither had nor has planned. */
export const missingSeries = (month: string, lectures: readonly Lecture[]): Series[] =>
  SERIES.filter((s) => !lectures.some((l) => l.series === s && l.status !== 'cancelled' && l.day.startsWith(month)))

/** Whether a lecture lies behind, so that its attendance can be asked for. */
export const isOver = (l: Pick<Lecture, 'day' | 'minute'>, now: Date): boolean =>
  l.day < dayOf(now) || (l.day === dayOf(now) && l.minute <= minuteOf(now))

/** The day before. */
export const eveOf = (l: Pick<Lecture, 'day'>): string => dayName(numberOfDay(l.day) - 1)

/** The room for lectures nearest to a place, for who names none. */
export const lectureRoom = (venues: readonly Venue[], line: readonly string[]): Venue | null =>
  line.map((grid) => venues.find((v) => v.grid === grid && v.uses.includes('lecture'))).find((v) => v !== undefined) ?? null
