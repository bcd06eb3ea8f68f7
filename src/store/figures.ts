import type { Kind } from '../domain/judgement.ts'
import type { Figures, Scope } from '../ports/figures.ts'
import { Prisma } from './generated/client.ts'
import { ticketFrom } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

const LIVE: Prisma.StringFilter = { in: ['open', 'waiting'] }
const MANY = 500
const TALKED_TWICE = 2

const tally = (rows: { what: string; count: number }[], what: string): number => rows.find((r) => r.what === what)?.count ?? 0

export function figuresOf(tx: Transaction, town: string): Figures {
  /** Everything in scope whatever its date, without what is merged away or about the reader. */
  const scoped = ({ villages, reader }: Scope): Prisma.TicketWhereInput => ({
    townId: town,
    villageId: { in: [...villages] },
    NOT: { aboutIds: { has: reader } },
    status: { not: 'merged' },
  })
  const within = ({ from, to }: Scope): Prisma.DateTimeNullableFilter => ({ gte: from, lt: to })
  const sql = ({ villages, reader }: Scope) =>
    Prisma.sql`t."townId" = ${town} AND t."villageId" = ANY(${[...villages]}) AND NOT (${reader} = ANY(t."aboutIds")) AND t.status <> 'merged'`
  return {
    async opened(scope) {
      const rows = await tx.ticket.groupBy({
        by: ['villageId', 'kind'],
        where: { ...scoped(scope), openedAt: within(scope) as Prisma.DateTimeFilter },
        _count: true,
      })
      return rows.map((r) => ({ village: r.villageId, kind: r.kind as Kind, count: r._count }))
    },
    async done(scope) {
      const rows = await tx.ticket.groupBy({
        by: ['kind'],
        where: { ...scoped(scope), resolvedAt: within(scope), status: { in: ['resolved', 'closed'] } },
        _count: true,
      })
      return rows.map((r) => ({ kind: r.kind as Kind, count: r._count }))
    },
    async overdue(scope, now) {
      const rows = await tx.ticket.findMany({
        where: { ...scoped(scope), status: 'open', completeBy: { lt: now } },
        orderBy: { completeBy: 'asc' },
        take: MANY,
      })
      return rows.map(ticketFrom)
    },
    async waiting(scope) {
      const rows = await tx.ticket.findMany({
        where: { ...scoped(scope), status: 'waiting' },
        orderBy: { waitingUntil: 'asc' },
        take: MANY,
      })
      return rows.map(ticketFrom)
    },
    // Of those answered in the span, and those whose time to be answered ran out in it without an answer.
    async firstResponses(scope, now) {
      const until = scope.to < now ? scope.to : now
      const [row] = await tx.$queryRaw<{ all: number; ontime: number }[]>`
        SELECT count(*)::int AS all, count(*) FILTER (WHERE t."respondedAt" <= t."respondBy")::int AS ontime FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status <> 'withdrawn'
          AND ((t."respondedAt" >= ${scope.from} AND t."respondedAt" < ${scope.to}) OR (t."respondedAt" IS NULL AND t."respondBy" >= ${scope.from} AND t."respondBy" < ${until}))`
      return { all: row?.all ?? 0, onTime: row?.ontime ?? 0 }
    },
    async completions(scope) {
      const [row] = await tx.$queryRaw<{ all: number; ontime: number }[]>`
        SELECT count(*)::int AS all, count(*) FILTER (WHERE t."resolvedAt" <= t."completeBy")::int AS ontime FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status IN ('resolved', 'closed') AND t."resolvedAt" >= ${scope.from} AND t."resolvedAt" < ${scope.to}`
      return { all: row?.all ?? 0, onTime: row?.ontime ?? 0 }
    },
    // 不满意 reopens, so it is counted from the history; the rest from what closed.
    async satisfaction(scope) {
      const rows = await tx.$queryRaw<{ what: string; count: number }[]>`
        SELECT coalesce(t.satisfaction, 'none') AS what, count(*)::int AS count FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status = 'closed' AND t."endedAt" >= ${scope.from} AND t."endedAt" < ${scope.to} GROUP BY 1`
      const [poor] = await tx.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM "TicketEvent" e JOIN "Ticket" t ON t."townId" = e."townId" AND t.id = e."ticketId"
        WHERE ${sql(scope)} AND e.what = 'rated' AND e.data->>'satisfaction' = 'poor' AND e.at >= ${scope.from} AND e.at < ${scope.to}`
      return { good: tally(rows, 'good'), fair: tally(rows, 'fair'), poor: poor?.count ?? 0, none: tally(rows, 'none') }
    },
    async oldest(scope, limit) {
      const rows = await tx.ticket.findMany({ where: { ...scoped(scope), status: LIVE }, orderBy: { openedAt: 'asc' }, take: limit })
      return rows.map(ticketFrom)
    },
    async repeatedHere(scope, atLeast) {
      return tx.$queryRaw<{ duty: string; village: string; count: number }[]>`
        SELECT t.duty, t."villageId" AS village, count(*)::int AS count FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status <> 'withdrawn' AND t.kind = 'village' AND t.duty NOT LIKE '%-OTHER' AND t."openedAt" >= ${scope.from} AND t."openedAt" < ${scope.to}
        GROUP BY 1, 2 HAVING count(*) >= ${atLeast} ORDER BY 3 DESC LIMIT 10`
    },
    async repeatedAcross(scope, atLeast) {
      const rows = await tx.$queryRaw<{ duty: string; count: number }[]>`
        SELECT t.duty, count(DISTINCT t."villageId")::int AS count FROM "Ticket" t
        WHERE ${sql(scope)} AND t.status <> 'withdrawn' AND t.kind = 'village' AND t.duty NOT LIKE '%-OTHER' AND t."openedAt" >= ${scope.from} AND t."openedAt" < ${scope.to}
        GROUP BY 1 HAVING count(DISTINCT t."villageId") >= ${atLeast} ORDER BY 2 DESC LIMIT 10`
      return rows.map((r) => ({ ...r, village: null }))
    },
    async toDecide(scope, now) {
      const talked = await tx.$queryRaw<{ id: string }[]>`
        SELECT t.id FROM "Ticket" t JOIN "TicketEvent" e ON e."townId" = t."townId" AND e."ticketId" = t.id AND e.what = 'deliberated'
        WHERE ${sql(scope)} AND t.status = 'open' AND t.stage = 'deliberation' GROUP BY 1 HAVING count(*) >= ${TALKED_TWICE}`
      const rows = await tx.ticket.findMany({
        where: {
          ...scoped(scope),
          status: 'open',
          OR: [
            { extensionAsked: { path: ['approver'], equals: 'leader' } },
            { completeBy: { lt: now } },
            { ownerId: null, respondBy: { lt: now } },
            { sensitivity: 'cadre' },
            { id: { in: talked.map((t) => t.id) } },
          ],
        },
        orderBy: { completeBy: 'asc' },
        take: MANY,
      })
      return rows.map(ticketFrom)
    },
  }
}
