import { z } from 'zod'
import { dayOf } from '../domain/span.ts'
import type { Figures, MonthTally, Rate, Scope, StageTally, Standing, Tally, ToDecide } from '../ports/figures.ts'
import { COLUMNS } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { type CountedAs, countsAsRepeated, countsOf, monthsIn, repeatsOf } from './kept-sums.ts'
import { DecidingShape, ticketFrom } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

const LIVE: Prisma.StringFilter = { in: ['open', 'waiting'] }
const DONE: Prisma.StringFilter = { in: ['resolved', 'closed'] }
const TALKED_TWICE = 2
const MANY = 200

const fallsIn = (column: 'openedAt' | 'respondBy' | 'respondedAt' | 'resolvedAt' | 'endedAt', { from, to }: Scope): Prisma.Sql =>
  Prisma.sql`(${Prisma.raw(`t."${column}"`)} >= ${from} AND ${Prisma.raw(`t."${column}"`)} < ${to})`

interface StandingRow extends Record<keyof Standing, number> {
  village: string
  kind: string
}

const Counted = z.object({ talks: z.int(), lastTalkBy: z.string().nullable() })
const DecidingRow = DecidingShape.extend(Counted.shape).transform(
  ({ talks, lastTalkBy, ...ticket }): ToDecide => ({ ticket, talks, lastTalkBy }),
)

export function figuresOf(tx: Transaction, town: string): Figures {
  /** Everything in scope whatever its date, without what is merged away or about the reader. */
  const scoped = ({ villages, reader }: Scope) => ({
    townId: town,
    villageId: { in: [...villages] },
    NOT: { aboutIds: { has: reader } },
    status: { notIn: ['merged', 'void'] },
  })
  const within = ({ from, to }: Scope) => ({ gte: from, lt: to })
  const sql = ({ villages, reader }: Scope) =>
    Prisma.sql`t."townId" = ${town} AND t."villageId" = ANY(${[...villages]}) AND NOT (${reader} = ANY(t."aboutIds")) AND t.status NOT IN ('merged', 'void')`
  const tally = async (where: Prisma.TicketWhereInput): Promise<Tally[]> => {
    const rows = await tx.ticket.groupBy({
      by: ['villageId', 'kind'],
      where,
      _count: true,
      orderBy: [{ villageId: 'asc' }, { kind: 'asc' }],
    })
    return rows.map((r) => ({ village: r.villageId, kind: COLUMNS.Ticket.kind.parse(r.kind), count: r._count }))
  }
  /** Months that are whole are not counted again. */
  const keptTally = async (scope: Scope, as: CountedAs, where: Prisma.TicketWhereInput): Promise<Tally[]> => {
    const months = monthsIn(scope)
    if (!months) return tally(where)
    const rows = await tx.$queryRaw<{ village: string; kind: string; count: number }[]>`
      SELECT village, kind, sum(n)::int AS count FROM (${countsOf(town, scope, months, as)}) c GROUP BY 1, 2 HAVING sum(n) > 0 ORDER BY 1, 2`
    return rows.map((r) => ({ ...r, kind: COLUMNS.Ticket.kind.parse(r.kind) }))
  }
  const first = async (where: Prisma.TicketWhereInput, orderBy: Prisma.TicketOrderByWithRelationInput, take: number) =>
    (await tx.ticket.findMany({ where, orderBy: [orderBy, { id: 'asc' }], take })).map(ticketFrom)
  const late = (scope: Scope, now: Date) => ({ ...scoped(scope), status: 'open', completeBy: { lt: now } })
  const rate = async (query: Prisma.Sql): Promise<Rate> => {
    const [row] = await tx.$queryRaw<Rate[]>(query)
    return row ?? { onTime: 0, all: 0 }
  }

  return {
    opened: (scope) => keptTally(scope, 'opened', { ...scoped(scope), openedAt: within(scope) }),
    done: (scope) => keptTally(scope, 'done', { ...scoped(scope), status: DONE, resolvedAt: within(scope) }),
    async monthly(scope) {
      const months = monthsIn(scope)
      if (!months) return []
      return tx.$queryRaw<MonthTally[]>`
        SELECT month, sum(opened)::int AS opened, sum(done)::int AS done FROM (
          SELECT month, n AS opened, 0 AS done FROM (${countsOf(town, { ...scope, ...months.whole }, months, 'opened')}) o
          UNION ALL SELECT month, 0, n FROM (${countsOf(town, { ...scope, ...months.whole }, months, 'done')}) d) m
        GROUP BY month HAVING sum(opened) > 0 OR sum(done) > 0 ORDER BY month`
    },
    daily: (scope) => tx.$queryRaw`
      SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(opened)::int AS opened, sum(done)::int AS done FROM (
        SELECT (t."openedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) AS opened, 0 AS done FROM "Ticket" t
        WHERE ${sql(scope)} AND ${fallsIn('openedAt', scope)} GROUP BY 1
        UNION ALL
        SELECT (t."resolvedAt" AT TIME ZONE 'Asia/Shanghai')::date, 0, count(*) FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status IN ('resolved', 'closed') AND ${fallsIn('resolvedAt', scope)} GROUP BY 1) d
      GROUP BY day ORDER BY day`,
    async standing(scope, now) {
      const late = Prisma.sql`t.status = 'open' AND t."completeBy" < ${now}`
      const rows = await tx.$queryRaw<StandingRow[]>`
        SELECT t."villageId" AS village, t.kind, count(*)::int AS live, (count(*) FILTER (WHERE ${late}))::int AS overdue,
          (count(*) FILTER (WHERE ${late} AND t."completeBy" >= ${dayOf(now).from}))::int AS "lateToday",
          (count(*) FILTER (WHERE t.status = 'waiting'))::int AS waiting
        FROM "Ticket" t WHERE ${sql(scope)} AND t.status IN ('open', 'waiting') GROUP BY 1, 2 ORDER BY 1, 2`
      const of = (which: keyof Standing): Tally[] =>
        rows.flatMap((r) => (r[which] > 0 ? { village: r.village, kind: COLUMNS.Ticket.kind.parse(r.kind), count: r[which] } : []))
      return { live: of('live'), overdue: of('overdue'), lateToday: of('lateToday'), waiting: of('waiting') }
    },
    overdue: (scope, now) => tally(late(scope, now)),
    mostOverdue: (scope, now, limit) => first(late(scope, now), { completeBy: 'asc' }, limit),
    nextWaiting: (scope, limit) => first({ ...scoped(scope), status: 'waiting' }, { waitingUntil: 'asc' }, limit),
    oldest: (scope, limit) => first({ ...scoped(scope), status: LIVE }, { openedAt: 'asc' }, limit),

    // LEAST leaves out what is null: unanswered is the day its time ran out, unless it ended before that.
    firstResponses: (scope, now) =>
      rate(Prisma.sql`
        SELECT count(*)::int AS all, (count(*) FILTER (WHERE a.answered <= a."respondBy"))::int AS "onTime" FROM (
          SELECT t."respondBy", t."endedAt", coalesce(t."respondedAt", CASE WHEN t.status = 'rejected' THEN t."endedAt" END) AS answered
          FROM "Ticket" t WHERE ${sql(scope)} AND (${fallsIn('respondedAt', scope)} OR ${fallsIn('respondBy', scope)} OR ${fallsIn('endedAt', scope)})) a
        WHERE least(a.answered, a."respondBy") >= ${scope.from} AND least(a.answered, a."respondBy") < ${scope.to}
          AND (a.answered <= a."respondBy" OR a."respondBy" < ${now}) AND (a.answered IS NOT NULL OR a."endedAt" IS NULL OR a."endedAt" > a."respondBy")`),

    completions: (scope) =>
      rate(Prisma.sql`
        SELECT count(*)::int AS all, (count(*) FILTER (WHERE t."resolvedAt" <= t."completeBy"))::int AS "onTime" FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status IN ('resolved', 'closed') AND ${fallsIn('resolvedAt', scope)}`),

    async satisfaction(scope) {
      const rows = await tx.$queryRaw<{ said: string; count: number }[]>`
        SELECT r.said, count(*)::int AS count FROM (
          SELECT coalesce(t.satisfaction, 'none') AS said FROM "Ticket" t
          WHERE ${sql(scope)} AND t.status = 'closed' AND ${fallsIn('endedAt', scope)}
          UNION ALL
          SELECT 'poor' FROM "TicketEvent" e JOIN "Ticket" t ON t."townId" = e."townId" AND t.id = e."ticketId"
          WHERE ${sql(scope)} AND e."townId" = ${town} AND e.at >= ${scope.from} AND e.at < ${scope.to}
            AND e.what = 'rated' AND e.data->>'satisfaction' = 'poor' AND NOT (t.status = 'closed' AND t.satisfaction IS NOT DISTINCT FROM 'poor' AND t."endedAt" = e.at)
        ) r GROUP BY 1`
      const of = (said: string) => rows.find((r) => r.said === said)?.count ?? 0
      return { good: of('good'), fair: of('fair'), poor: of('poor'), none: of('none') }
    },

    async topDuties(scope, limit) {
      const where = { ...scoped(scope), openedAt: within(scope), sensitivity: null, hidden: false }
      const rows = await tx.ticket.groupBy({
        by: ['duty'],
        where,
        _count: { duty: true },
        orderBy: [{ _count: { duty: 'desc' } }, { duty: 'asc' }],
        take: limit,
      })
      return rows.map((r) => ({ duty: r.duty, count: r._count.duty }))
    },

    // Few come lately; how often each came this year is kept, and what came after the span or is about the reader is taken from that.
    repeatedHere: (scope, atLeast, since) => tx.$queryRaw`
      WITH lately AS (
        SELECT t.duty, t."villageId" AS village, max(t."openedAt") AS last FROM "Ticket" t
        WHERE ${sql(scope)} AND ${countsAsRepeated} AND ${fallsIn('openedAt', { ...scope, from: since > scope.from ? since : scope.from })} GROUP BY 1, 2),
      counted AS (${repeatsOf(town, scope)})
      SELECT l.duty, l.village, sum(c.n)::int AS count FROM lately l JOIN counted c ON c.duty = l.duty AND c.village = l.village
      GROUP BY 1, 2, l.last HAVING sum(c.n) >= ${atLeast} ORDER BY 3 DESC, l.last DESC, 1, 2 LIMIT 10`,

    repeatedAcross: (scope, atLeast) => tx.$queryRaw`
      SELECT t.duty, count(DISTINCT t."villageId")::int AS villages FROM "Ticket" t
      WHERE ${sql(scope)} AND ${countsAsRepeated} AND ${fallsIn('openedAt', scope)}
      GROUP BY 1 HAVING count(DISTINCT t."villageId") >= ${atLeast} ORDER BY 2 DESC, 1 LIMIT 10`,

    stages: (scope, now) => tx.$queryRaw<StageTally[]>`
      SELECT t.stage, count(*)::int AS count, (count(*) FILTER (WHERE t.status = 'open' AND t."completeBy" < ${now}))::int AS overdue,
        (count(*) FILTER (WHERE t.status = 'waiting'))::int AS waiting
      FROM "Ticket" t WHERE ${sql(scope)} AND t.status IN ('open', 'waiting', 'resolved') GROUP BY 1`,

    async doneInPublic(scope, limit) {
      const open = { kind: 'village', sensitivity: null, hidden: false, status: DONE, resolvedAt: within(scope) }
      return first({ ...scoped(scope), ...open }, { resolvedAt: 'desc' }, limit)
    },

    async firstRecord(scope) {
      const found = await tx.ticket.findFirst({ where: scoped(scope), orderBy: { openedAt: 'asc' }, select: { openedAt: true } })
      return found?.openedAt ?? null
    },

    async toDecide(scope, now) {
      const talks = Prisma.sql`FROM "TicketEvent" e WHERE e."townId" = ${town} AND e."ticketId" = t.id AND e.at >= t."countedFrom" AND e.what = 'deliberated'`
      // The history is read of those alone that are talked over.
      const rows = await tx.$queryRaw<unknown[]>`
        SELECT t.id, t."placeId" AS place, t."villageId" AS village, t.status, t.stage, t.sensitivity, t."ownerId" AS owner, t."aboutIds" AS about,
          t."supervisorId" AS supervisor, t."acceptedAt", t."respondBy", t."completeBy", t."extensionAsked",
          (CASE WHEN t.stage = 'deliberation' THEN (SELECT count(*) ${talks}) ELSE 0 END)::int AS talks,
          CASE WHEN t.stage = 'deliberation' THEN (SELECT e."byId" ${talks} ORDER BY e.n DESC LIMIT 1) END AS "lastTalkBy"
        FROM "Ticket" t WHERE ${sql(scope)} AND t.status IN ('open', 'waiting') AND (
          t.sensitivity = 'cadre' OR (t.status = 'open' AND (jsonb_typeof(t."extensionAsked") = 'object' OR t."completeBy" < ${now}
            OR (t."ownerId" IS NULL AND t."respondBy" < ${now}) OR (t.stage = 'deliberation' AND (SELECT count(*) ${talks}) >= ${TALKED_TWICE}))))
        ORDER BY t."completeBy", t.id LIMIT ${MANY}`
      return z.array(DecidingRow).parse(rows)
    },

    async lastReasons(tickets) {
      const rows = await tx.$queryRaw<{ ticket: string; reason: string }[]>`
        SELECT DISTINCT ON (t.id) t.id AS ticket, e.note AS reason FROM "Ticket" t JOIN "TicketEvent" e ON e."townId" = t."townId" AND e."ticketId" = t.id
        WHERE t."townId" = ${town} AND t.id = ANY(${[...tickets]}) AND e.at >= t."countedFrom" AND e.what IN ('progressed', 'waited', 'extensionAsked') AND e.note <> ''
        ORDER BY t.id, e.n DESC`
      return new Map(rows.map((r) => [r.ticket, r.reason]))
    },
  }
}
