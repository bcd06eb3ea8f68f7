import type { Person } from '../domain/people.ts'
import type { Roster } from '../domain/roster.ts'
import { outlineOf, sightOf } from '../domain/sight.ts'
import type { Span } from '../domain/span.ts'
import type { DueDay, MatterPage, OfficeLists, Seen } from '../ports/office-lists.ts'
import { Prisma } from './generated/client.ts'
import type { TicketModel } from './generated/models/Ticket.ts'
import { dueAt, fallsIn, filterIn, isLate, isLive, liesIn } from './office-lists-filter.ts'
import { sightIn } from './office-lists-sight.ts'
import { ticketFrom } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

const { sql, raw } = Prisma
const PAGE = 50
const milliseconds = (moment: Prisma.Sql): Prisma.Sql => sql`(extract(epoch FROM ${moment}) * 1000)::float8`
const rank = raw(`CASE WHEN t.status IN ('open', 'waiting') THEN 0 WHEN t.status = 'resolved' THEN 1 ELSE 2 END`)
/** Counts up to what is due next, and back from what was over last. */
const key = sql`CASE WHEN ${isLive} THEN ${milliseconds(dueAt)} ELSE -${milliseconds(raw(`coalesce(t."endedAt", t."resolvedAt", t."openedAt")`))} END`

type Row = TicketModel & { rank: number; key: number; followed: boolean }
/** Of the whole list, and from here on. */
interface Counted {
  count: number
  behind: number
}

export function officeListsOf(tx: Transaction, town: string, now: Date, roster: Roster): OfficeLists {
  const matters = (reader: Person) =>
    sql`(SELECT t.*, ${sightIn(roster, town, reader)} AS sight, ${rank} AS rank, ${key} AS key FROM "Ticket" t WHERE t."townId" = ${town}) t`
  const followedBy = (reader: Person) =>
    sql`EXISTS (SELECT FROM "Follower" f WHERE f."townId" = ${town} AND f."ticketId" = t.id AND f."personId" = ${reader.id}) AS followed`
  /** The door that all rights stand in is the last to be gone through, whatever the query has found. */
  const seen = (reader: Person, row: Row): Seen[] => {
    const ticket = ticketFrom(row)
    const sight = sightOf(roster, reader, ticket, row.followed ? [reader.id] : [])
    return sight === 'none' ? [] : sight === 'all' ? [{ sight, ticket }] : [{ sight, ticket: outlineOf(ticket) }]
  }
  return {
    async matters(reader, query, after): Promise<MatterPage> {
      const where = filterIn({ town, roster, reader, now, query })
      const behind = after ? sql`(t.rank, t.key, t.id) > (${after.rank}, ${after.key}, ${after.id})` : raw('true')
      // Looked through once, by the few columns that order it; the texts are fetched for the one page. Counts come without rows as well.
      const rows = await tx.$queryRaw<(Counted & (Row | { id: null }))[]>`
        WITH found AS MATERIALIZED (SELECT t.id, t.rank, t.key FROM ${matters(reader)} WHERE ${where}),
          counted AS (SELECT count(*)::int AS count, (count(*) FILTER (WHERE ${behind}))::int AS behind FROM found t)
        SELECT c.count, c.behind, page.* FROM counted c LEFT JOIN (
          SELECT f.rank, f.key, ${followedBy(reader)}, t.* FROM (SELECT t.* FROM found t WHERE ${behind} ORDER BY t.rank, t.key, t.id LIMIT ${PAGE + 1}) f
          JOIN "Ticket" t ON t."townId" = ${town} AND t.id = f.id) page ON true
        ORDER BY page.rank, page.key, page.id`
      const { count, behind: left } = rows[0] ?? { count: 0, behind: 0 }
      const found = rows.filter((row) => row.id !== null)
      const shown = found.slice(0, PAGE)
      const last = found.length > PAGE ? shown.at(-1) : undefined
      return {
        rows: shown.flatMap((row) => seen(reader, row)),
        count,
        before: count - left,
        next: last ? { rank: last.rank, key: last.key, id: last.id } : null,
      }
    },

    async dueDays(reader: Person, span: Span, { most, place }): Promise<DueDay[]> {
      const day = sql`to_char(${dueAt} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`
      const rows = await tx.$queryRaw<(Row & { day: string; place: number; count: number; late: number })[]>`
        SELECT * FROM (
          SELECT t.*, ${followedBy(reader)}, ${day} AS day,
            (row_number() OVER (PARTITION BY ${day} ORDER BY t.key, t.id))::int AS place,
            (count(*) OVER (PARTITION BY ${day}))::int AS count,
            (count(*) FILTER (WHERE ${isLate(now)}) OVER (PARTITION BY ${day}))::int AS late
          FROM ${matters(reader)} WHERE t.sight IS NOT NULL AND ${isLive} AND ${fallsIn(dueAt, span)} AND ${place === null ? raw('true') : liesIn(roster, place)}) d
        WHERE place <= ${most} ORDER BY day, place`
      return [...Map.groupBy(rows, (r) => r.day)].map(([name, ofDay]) => ({
        day: name,
        count: ofDay[0]?.count ?? 0,
        late: ofDay[0]?.late ?? 0,
        first: ofDay.flatMap((row) => seen(reader, row)),
      }))
    },
  }
}
