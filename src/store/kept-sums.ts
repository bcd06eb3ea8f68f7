import { monthName, monthOf, type Span } from '../domain/span.ts'
import type { Scope } from '../ports/figures.ts'
import { Prisma } from './generated/client.ts'

const { sql, raw } = Prisma

/** The whole months of a span, 2026-01 up to but without 2026-11, and what is left of it before and behind them. */
interface Months {
  first: string
  end: string
  whole: Span
}

/** Null where a span holds no whole month. */
export function monthsIn({ from, to }: Span): Months | null {
  const begun = monthOf(monthName(from))
  const first = begun.from.getTime() === from.getTime() ? begun.from : begun.to
  const end = monthOf(monthName(to)).from
  return first < end ? { first: monthName(first), end: monthName(end), whole: { from: first, to: end } } : null
}

const OPENED_AT = raw('t."openedAt"')
/** What `MonthSum` counts, and by which moment. */
const COUNTED = {
  opened: { at: OPENED_AT, counts: raw(`t.status NOT IN ('merged', 'void')`) },
  done: { at: raw('t."resolvedAt"'), counts: raw(`t.status IN ('resolved', 'closed')`) },
} as const
export type CountedAs = keyof typeof COUNTED

/** The matters that are about somebody, found by their index. */
const isAbout = (reader: string): Prisma.Sql => sql`cardinality(t."aboutIds") > 0 AND t."aboutIds" @> ARRAY[${reader}]::text[]`
const within = (at: Prisma.Sql, { from, to }: Span): Prisma.Sql => sql`(${at} >= ${from} AND ${at} < ${to})`

/**
 * Counts by month (where it is asked for), village and kind, as rows that have to be added up: whole months from what is kept of them, without
 * what is about the reader, and the days before and behind them from the matters themselves.
 */
export function countsOf(town: string, { villages, reader, ...span }: Scope, { first, end, whole }: Months, as: CountedAs): Prisma.Sql {
  const { at, counts } = COUNTED[as]
  const here = sql`t."townId" = ${town} AND t."villageId" = ANY(${[...villages]}) AND ${counts}`
  const month = sql`to_char(${at} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`
  const rest = [
    { from: span.from, to: whole.from },
    { from: whole.to, to: span.to },
  ].filter(({ from, to }) => from < to)
  const left = rest.map(
    (part) => sql`UNION ALL SELECT ${month}, t."villageId", t.kind, 1 FROM "Ticket" t
    WHERE ${here} AND NOT (${reader} = ANY(t."aboutIds")) AND ${within(at, part)}`,
  )
  return sql`SELECT month, "villageId" AS village, kind, ${raw(as)} AS n FROM "MonthSum"
      WHERE "townId" = ${town} AND month >= ${first} AND month < ${end} AND "villageId" = ANY(${[...villages]})
    UNION ALL SELECT ${month}, t."villageId", t.kind, -1 FROM "Ticket" t WHERE ${here} AND ${isAbout(reader)} AND ${within(at, whole)}
    ${left.length > 0 ? Prisma.join(left, ' ') : Prisma.empty}`
}

/** What fits no line of the list is not the same matter twice, and only village matters are spoken of by what they are. */
export const countsAsRepeated = sql`t.kind = 'village' AND t.sensitivity IS NULL AND NOT t.hidden AND t.status <> 'withdrawn' AND t.duty NOT LIKE '%-OTHER'`

/**
 * How often each duty came in each village in a year from its first day to `to`, or to its last day, as rows that have to be added up. Without
 * villages: in all there ever were.
 */
export function repeatsOf(town: string, asked: { villages: readonly string[] | null; reader: string; from: Date; to?: Date }): Prisma.Sql {
  const year = monthName(asked.from).slice(0, 4)
  const { villages, reader, from } = asked
  const last = monthOf(`${year}-12`).to
  const to = asked.to ?? last
  const inVillages = (column: string) => (villages ? sql`${raw(column)} = ANY(${[...villages]})` : raw('true'))
  const here = sql`t."townId" = ${town} AND ${inVillages('t."villageId"')} AND ${countsAsRepeated} AND t.status NOT IN ('merged', 'void')`
  return sql`SELECT duty, "villageId" AS village, opened AS n FROM "DutySum"
      WHERE "townId" = ${town} AND year = ${year} AND ${inVillages('"villageId"')}
    UNION ALL SELECT t.duty, t."villageId", -1 FROM "Ticket" t WHERE ${here} AND ${isAbout(reader)} AND ${within(OPENED_AT, { from, to })}
    UNION ALL SELECT t.duty, t."villageId", -1 FROM "Ticket" t WHERE ${here} AND ${within(OPENED_AT, { from: to, to: last })}`
}
