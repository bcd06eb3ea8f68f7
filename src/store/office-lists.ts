import type { Person } from '../domain/people.ts'
import type { Roster } from '../domain/roster.ts'
import { outlineOf, sightOf } from '../domain/sight.ts'
import type { Span } from '../domain/span.ts'
import type { DueDay, MatterPage, MatterPlace, MatterQuery, OfficeLists, Seen } from '../ports/office-lists.ts'
import { Prisma } from './generated/client.ts'
import { againIn, dueAt, fallsIn, filterIn, isLate, isLive, liesIn } from './office-lists-filter.ts'
import { NOWHERE, type Places, placesOf, sightIn } from './office-lists-sight.ts'
import { TICKET_COLUMNS, type TicketRow, ticketFrom } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

const { sql, raw, join } = Prisma
const PAGE = 50
/** Of what is over nobody wants to know how much more there is than this. */
const OVER = 200
/** So many that answer to what is asked are looked at for whether the reader may see them; where that is not enough, all. */
const LOOKED_AT = 1000
const milliseconds = (moment: Prisma.Sql): Prisma.Sql => sql`round(date_part('epoch', ${moment}) * 1000)`
/** As the index of what is over says it. */
const isOver = raw(`t.status NOT IN ('open', 'waiting', 'resolved')`)
const isInWork = raw(`t.status IN ('open', 'waiting', 'resolved')`)
const overAt = raw(`coalesce(t."endedAt", t."resolvedAt", t."openedAt")`)
const rank = raw(`CASE WHEN t.status IN ('open', 'waiting') THEN 0 WHEN t.status = 'resolved' THEN 1 ELSE 2 END`)
const LAST_RANK = 2
/** Counts up to what is due next, and back from what was over last. */
const key = sql`CASE WHEN ${isLive} THEN ${milliseconds(dueAt)} ELSE -${milliseconds(overAt)} END`

type Row = TicketRow & { rank: number; key: number; followed: boolean }
/** What stands before this page, and from there on. */
interface Counted {
  before: number
  behind: number
  /** Of what is from there on, so much is over; there may be more of that. */
  over: number
  cut: boolean
}

/** Which of the two parts of a list are asked for at all. */
const tellsOfWork = ({ state }: MatterQuery): boolean => state !== 'ended'
const tellsOfOver = ({ state, late, due }: MatterQuery): boolean => (state === 'ended' || state === 'all') && !late && due === null

export function officeListsOf(tx: Transaction, town: string, now: Date, roster: Roster): OfficeLists {
  /** Rows of each of these places, each as far as `end` says; whether the reader may see them is looked at behind this. */
  const rowsIn = ({ rows }: Places, where: Prisma.Sql, end = Prisma.empty): Prisma.Sql =>
    join(
      rows.map((of) => sql`(SELECT t.*, ${rank} AS rank, ${key} AS key, ${overAt} AS "overAt" FROM ${of} t WHERE ${where} ${end})`),
      ' UNION ALL ',
    )
  const withSight = (reader: Person, rows: Prisma.Sql): Prisma.Sql =>
    sql`SELECT t.*, ${sightIn(roster, town, reader)} AS sight FROM (${rows}) t`
  const followedBy = (reader: Person) =>
    sql`EXISTS (SELECT FROM "Follower" f WHERE f."townId" = ${town} AND f."ticketId" = t.id AND f."personId" = ${reader.id}) AS followed`
  /** The door that all rights stand in is the last to be gone through, whatever the query has found. */
  const seen = (reader: Person, row: Row): Seen[] => {
    const ticket = ticketFrom(row)
    const sight = sightOf(roster, reader, ticket, row.followed ? [reader.id] : [])
    return sight === 'none' ? [] : sight === 'all' ? [{ sight, ticket }] : [{ sight, ticket: outlineOf(ticket) }]
  }
  const listed = async (reader: Person, query: MatterQuery, after: MatterPlace | null, lookedAt: number | null) => {
    const { rows: asked, seen: mayBe } = filterIn({ roster, reader, now, query })
    const places = placesOf(roster, town, reader)
    const inWork = tellsOfWork(query) ? places : NOWHERE
    const inOver = tellsOfOver(query) ? places : NOWHERE
    const isBehind = after ? sql`(t.rank, t.key, t.id) > (${after.rank}, ${after.key}, ${after.id})` : raw('true')
    // The same of a row as it lies there.
    const comesBehind = after ? sql`(${rank}, ${key}, t.id) > (${after.rank}, ${after.key}, ${after.id})` : raw('true')
    // Where a page of what is over begins, said so that its index knows.
    const turn = after?.rank === LAST_RANK ? new Date(-after.key) : null
    const passed = turn
      ? sql`SELECT count(*)::int FROM (${withSight(reader, rowsIn(inOver, sql`${asked} AND ${isOver} AND ${overAt} >= ${turn} AND NOT ${comesBehind}`))} OFFSET 0) t WHERE ${mayBe}`
      : raw('SELECT 0')
    const from = turn ? sql`${overAt} <= ${turn}` : raw('true')
    // What is asked finds the rows, in the order in which they are told; only then it is looked at who may see them. The planner takes a
    // right for something rare and would look all of them up (hence OFFSET 0 and two steps). What is in work is counted to the end, of what
    // is over only so much as somebody may turn the pages of: no more rows are fetched than that takes. Counts come without rows as well.
    return tx.$queryRaw<(Counted & (Row | { id: null }))[]>`
      WITH ${places.found} ${query.repeated ? againIn(town, reader, query.repeated) : Prisma.empty} work AS MATERIALIZED (
          SELECT t.id, t.rank, t.key FROM (${withSight(reader, rowsIn(inWork, sql`${asked} AND ${isInWork}`))} OFFSET 0) t WHERE ${mayBe}),
        looked AS MATERIALIZED (${withSight(
          reader,
          sql`SELECT * FROM (${rowsIn(inOver, sql`${asked} AND ${isOver} AND ${from} AND ${comesBehind}`, sql`ORDER BY ${overAt} DESC, t.id LIMIT ${lookedAt}`)}) t
            ORDER BY t."overAt" DESC, t.id LIMIT ${lookedAt}`,
        )}),
        over AS MATERIALIZED (SELECT t.id, t.rank, t.key FROM looked t WHERE ${mayBe} LIMIT ${OVER + 1}),
        ahead AS (SELECT * FROM work t WHERE ${isBehind} UNION ALL SELECT * FROM over),
        counted AS (SELECT (SELECT count(*) FROM work t WHERE NOT ${isBehind})::int + (${passed}) AS before,
          (SELECT count(*) FROM ahead)::int AS behind, (SELECT count(*) FROM over)::int AS over),
        judged AS (SELECT c.*, CASE WHEN c.over > ${OVER} THEN false ELSE (SELECT count(*) FROM looked) >= ${lookedAt} END AS cut FROM counted c)
      SELECT c.*, page.* FROM judged c LEFT JOIN (
        SELECT f.rank, f.key, ${followedBy(reader)}, ${TICKET_COLUMNS} FROM (SELECT t.* FROM ahead t ORDER BY t.rank, t.key, t.id LIMIT ${PAGE + 1}) f
        JOIN "Ticket" t ON t."townId" = ${town} AND t.id = f.id) page ON true
      ORDER BY page.rank, page.key, page.id`
  }
  return {
    async matters(reader, query, after): Promise<MatterPage> {
      const some = await listed(reader, query, after, LOOKED_AT)
      const rows = some[0]?.cut ? await listed(reader, query, after, null) : some
      const { before, behind: left, over } = rows[0] ?? { before: 0, behind: 0, over: 0 }
      const kept = rows.filter((row) => row.id !== null)
      const shown = kept.slice(0, PAGE)
      const last = kept.length > PAGE ? shown.at(-1) : undefined
      const more = over > OVER
      return {
        rows: shown.flatMap((row) => seen(reader, row)),
        ...{ before, more, count: before + left - (more ? 1 : 0) },
        next: last ? { rank: last.rank, key: last.key, id: last.id } : null,
      }
    },

    async dueDays(reader: Person, span: Span, { most, place }): Promise<DueDay[]> {
      const day = sql`to_char(${dueAt} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`
      const places = placesOf(roster, town, reader)
      const rows = await tx.$queryRaw<(Row & { day: string; place: number; count: number; late: number })[]>`
        WITH ${places.found} due AS (
          SELECT t.*, ${day} AS day,
            (row_number() OVER (PARTITION BY ${day} ORDER BY t.key, t.id))::int AS place,
            (count(*) OVER (PARTITION BY ${day}))::int AS count,
            (count(*) FILTER (WHERE ${isLate(now)}) OVER (PARTITION BY ${day}))::int AS late
          FROM (${withSight(reader, rowsIn(places, sql`${isLive} AND ${fallsIn(dueAt, span)}`))}) t
          WHERE t.sight IS NOT NULL AND ${place === null ? raw('true') : liesIn(roster, place)})
        SELECT ${TICKET_COLUMNS}, t.rank, t.key, t.day, t.place, t.count, t.late, ${followedBy(reader)} FROM due t
        WHERE t.place <= ${most} ORDER BY t.day, t.place`
      return [...Map.groupBy(rows, (r) => r.day)].map(([name, ofDay]) => ({
        day: name,
        count: ofDay[0]?.count ?? 0,
        late: ofDay[0]?.late ?? 0,
        first: ofDay.flatMap((row) => seen(reader, row)),
      }))
    },
  }
}
