import { z } from 'zod'
import { endOfWorkOn } from '../../domain/calendar.ts'
import { Case, type CaseKind } from '../../domain/case.ts'
import { dayName, dayNumber } from '../../domain/moments.ts'
import type { Role } from '../../domain/people.ts'

/** 1 亩 = 2000/3 m². */
const SQUARE_METRES_OF_MU = 2000 / 3

const Point = z.tuple([z.number(), z.number()])
export type Point = z.infer<typeof Point>

/** What was measured on the ground, in metres, as it was called out. */
export const Survey = z.discriminatedUnion('by', [
  /** Corner after corner: along a base line and off it to its left, or coordinates. `again` is the first corner, measured once more at the end. */
  z.object({ by: z.literal('points'), points: z.array(Point), again: Point.nullable() }),
  /** Sides in order from corner A, and the diagonals from A to C, to D and so on; `check` is the diagonal from B to D, one more than needed. */
  z.object({ by: z.literal('sides'), sides: z.array(z.number()), diagonals: z.array(z.number()), check: z.number().nullable() }),
])
export type Survey = z.infer<typeof Survey>

const SURVEY_FAULTS = [
  'too-few',
  'too-many',
  'not-a-length',
  'same-corner',
  'diagonals-wanted',
  'no-triangle',
  'crosses-itself',
  'flat',
  'too-far',
  'does-not-close',
] as const
export type SurveyFault = (typeof SURVEY_FAULTS)[number]

/** What follows from a survey. Lengths in metres, the area in m². */
export const Figure = z.object({
  corners: z.array(Point),
  sides: z.array(z.number()),
  area: z.number(),
  perimeter: z.number(),
  /** By how much what was measured twice differs; null where nothing was. */
  closing: z.number().nullable(),
})
export type Figure = z.infer<typeof Figure>

/** Coordinates of a national grid (X north, Y east) have six or seven digits before the point; metres from a base line never do. */
export const isNationalGrid = (points: readonly Point[]): boolean =>
  points.some(([x, y]) => Math.abs(x) >= 100_000 || Math.abs(y) >= 100_000)

export const muOf = (area: number): number => area / SQUARE_METRES_OF_MU

/** The base line's bearing, in degrees from north, clockwise. */
export const BEARINGS = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
} as const
export type Bearing = keyof typeof BEARINGS

/** What lies behind a side: AB, or where it faces as it was said, 东. */
const Neighbour = z.object({ side: z.string(), name: z.string() })
export type Neighbour = z.infer<typeof Neighbour>

const Word = z.object({ agrees: z.boolean(), said: z.string(), at: z.coerce.date() })

/** 丈量: one measurement on the ground, tied to a matter between neighbours. */
export const Measurement = Case.extend({
  status: z.enum(['measured', 'agreed', 'refused']),
  ticket: z.string(),
  by: z.string(),
  survey: Survey,
  figure: Figure,
  /** Where the base line (or the side from A to B) points to; null where nobody looked. */
  bearing: z.number().nullable(),
  present: z.array(z.string()),
  /** 四至, and the sides that are fought over. Measurements of before have none. */
  neighbours: z.array(Neighbour).default([]),
  disputed: z.array(z.string()).default([]),
  /** 甲方 and 乙方: what each of the two said to the result. */
  first: Word.nullable(),
  second: Word.nullable(),
})
export type Measurement = z.infer<typeof Measurement>
export const MEASUREMENTS: CaseKind<Measurement> = { measure: 'measurement', shape: Measurement }
export type Side = 'first' | 'second'

/** Both agree, one refuses, or one has not spoken yet. */
export const stateOf = (m: Pick<Measurement, 'first' | 'second'>): Measurement['status'] =>
  [m.first, m.second].some((w) => w?.agrees === false) ? 'refused' : m.first && m.second ? 'agreed' : 'measured'

/** 《人民调解法》 art. 33: both may ask the court for confirmation within 30 days after the agreement takes effect. */
const CONFIRMATION_DAYS = 30

const Agreement = z.object({
  /** Arts. 28 to 30: written, from the last signature on; oral, from the moment both agree. */
  form: z.enum(['written', 'oral']),
  text: z.string(),
  at: z.coerce.date(),
})
const Performance = z.object({ text: z.string(), due: z.coerce.date(), done: z.coerce.date().nullable() })

/** 人民调解 of one matter between neighbours: free (art. 4), willing (art. 17), recorded (art. 27). */
export const Mediation = Case.extend({
  status: z.enum(['talking', 'agreed', 'failed', 'refused']),
  ticket: z.string(),
  mediator: z.string(),
  parties: z.array(z.string()),
  /** Art. 17: both are willing; not on record until somebody wrote it down. */
  willing: z.boolean(),
  /** Art. 20: relatives or neighbours who join, with both parties' consent. */
  invited: z.array(z.string()),
  /** Art. 23: as the parties wish; not public until they say so. */
  open: z.boolean(),
  record: z.array(z.object({ at: z.coerce.date(), by: z.string(), text: z.string() })),
  agreement: Agreement.nullable(),
  performances: z.array(Performance),
  confirmedAt: z.coerce.date().nullable(),
})
export type Mediation = z.infer<typeof Mediation>
export const MEDIATIONS: CaseKind<Mediation> = { measure: 'mediation', shape: Mediation }

export const confirmBy = (m: Pick<Mediation, 'agreement'>): Date | null =>
  m.agreement && endOfWorkOn(dayName(dayNumber(m.agreement.at) + CONFIRMATION_DAYS))

/** All that the printed record of one dispute tells: looked up beforehand, so that printing needs nothing else. */
export interface DisputeRecord {
  label: string
  village: string
  place: string
  township: string
  title: string
  openedAt: Date
  printedAt: Date
  measurements: readonly { measurement: Measurement; by: string }[]
  /** `role`: as what whoever led the talk stands in that village. */
  mediations: readonly { mediation: Mediation; mediator: string; role: Role; names: ReadonlyMap<string, string> }[]
  /** The last hash of each history, so that a paper can be checked against what is kept. */
  checks: readonly { what: string; hash: string }[]
}
