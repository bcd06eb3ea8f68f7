import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'

/** Whose figures they are, and what is counted. A township adds a line here, or types another name of one. */
const OFFICES = ['police', 'traffic', 'market'] as const
export type Office = (typeof OFFICES)[number]

export interface Counted {
  code: string
  office: Office
}

export const COUNTED = [
  { code: 'publicOrder', office: 'police' },
  { code: 'disputes', office: 'police' },
  { code: 'trafficOffences', office: 'traffic' },
  { code: 'drunkDriving', office: 'traffic' },
  { code: 'rectification', office: 'market' },
  { code: 'inspections', office: 'market' },
] as const satisfies readonly Counted[]
export type CountedCode = (typeof COUNTED)[number]['code']
const CODES = COUNTED.map((c) => c.code)

/** One month of one thing, as it was last told. */
export interface MonthFigure {
  code: CountedCode
  /** 2026-11. */
  month: string
  count: number
}

/** What was told at once; a correction is told again, and the latest counts. Its day is the month it tells of. */
const Told = Case.extend({
  status: z.literal('told'),
  day: z.string(),
  by: z.string().nullable(),
  figures: z.array(z.object({ code: z.enum(CODES), count: z.number().int() })),
})
export const TOLD: CaseKind<z.infer<typeof Told>> = { measure: 'enforcement', shape: Told }

export interface Compared {
  code: CountedCode
  /** The first month that is compared, 2026-01: what neither year has told of yet is not counted as missing. */
  from: string
  /** Sums of the months that are on record; null where none is. */
  now: number | null
  before: number | null
  /** Months without a figure, of either year; a sum with holes is compared with nothing. */
  missing: string[]
  missingBefore: string[]
  /** −0.229 for 212 against 275; null against nothing, and where a month is missing. */
  change: number | null
}

const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

const countOfMonth = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const monthOfCount = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`

/** Months from the first to the last, 2026-11, both included. */
export const monthsOf = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, countOfMonth(last) - countOfMonth(first) + 1) }, (_, i) => monthOfCount(countOfMonth(first) + i))

/** The same months of last year beside these. Zero is a figure; a month that nobody told is not. */
export function compare(code: CountedCode, months: readonly string[], figures: readonly MonthFigure[]): Compared {
  const known = new Map(figures.filter((f) => f.code === code).map((f) => [f.month, f.count]))
  const sum = (of: readonly string[]): number | null => {
    const told = of.flatMap((m) => known.get(m) ?? [])
    return told.length > 0 ? told.reduce((a, b) => a + b, 0) : null
  }
  const told = Math.max(
    0,
    months.findIndex((m) => known.has(m) || known.has(yearBefore(m))),
  )
  const span = months.slice(told)
  const then = span.map(yearBefore)
  const [now, before] = [sum(span), sum(then)]
  const missing = span.filter((m) => !known.has(m))
  const missingBefore = then.filter((m) => !known.has(m))
  const whole = missing.length === 0 && missingBefore.length === 0
  return {
    code,
    from: span[0] ?? '',
    now,
    before,
    missing,
    missingBefore,
    change: whole && now !== null && before ? (now - before) / before : null,
  }
}
