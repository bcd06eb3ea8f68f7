import { nodesWithin } from '../domain/grid.ts'
import type { Term } from '../domain/matter-search.ts'
import type { Person } from '../domain/people.ts'
import { type Roster, villageOf } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import type { MatterQuery, MatterState } from '../ports/office-lists.ts'
import { Prisma } from './generated/client.ts'
import { countsAsRepeated, repeatsOf } from './kept-sums.ts'
import { marksAsked } from './sealing/door.ts'

const { sql, raw, join } = Prisma

const SEES = `t.sight = 'all'`
const STATES: Readonly<Record<MatterState, Prisma.Sql>> = {
  now: raw(`t.status IN ('open', 'waiting', 'resolved')`),
  untaken: raw(`t.status = 'open' AND t."acceptedAt" IS NULL`),
  waiting: raw(`t.status = 'waiting'`),
  resolved: raw(`t.status = 'resolved'`),
  ended: raw(`t.status NOT IN ('open', 'waiting', 'resolved')`),
  all: raw('true'),
}
export const isLive = raw(`t.status IN ('open', 'waiting')`)
/** The moment it is promised for: of what waits, the one until which it waits. */
export const dueAt = raw(`CASE WHEN t.status = 'waiting' THEN coalesce(t."waitingUntil", t."completeBy") ELSE t."completeBy" END`)
export const isLate = (now: Date): Prisma.Sql => sql`(t.status = 'open' AND t."completeBy" < ${now})`
export const fallsIn = (column: Prisma.Sql, { from, to }: Span): Prisma.Sql => sql`(${column} >= ${from} AND ${column} < ${to})`

interface Asked {
  roster: Roster
  reader: Person
  now: Date
  query: MatterQuery
}

/**
 * The conditions on `t`, whose `sight` says how far the reader sees it. What the outline tells may be asked of every matter;
 * who asks for more finds only what they see whole. `rows` is what no right hangs on, and finds the rows by their indexes.
 */
export function filterIn({ roster, reader, now, query: q }: Asked): { rows: Prisma.Sql; seen: Prisma.Sql } {
  const whole: Prisma.Sql[] = [
    ...(q.duty === null ? [] : [sql`t.duty = ${q.duty}`]),
    ...(q.owner === null ? [] : [q.owner === 'nobody' ? raw('t."ownerId" IS NULL') : sql`t."ownerId" = ${q.owner}`]),
    ...(q.repeated ? [comesAgain(q.repeated)] : []),
  ]
  const rows: Prisma.Sql[] = [
    ...[STATES[q.state], ...whole],
    ...(q.stage ? [sql`t.stage = ${q.stage}`] : []),
    ...(q.kind ? [sql`t.kind = ${q.kind}`] : []),
    ...(q.late ? [isLate(now)] : []),
    ...(q.opened ? [fallsIn(raw('t."openedAt"'), q.opened)] : []),
    ...(q.due ? [isLive, fallsIn(dueAt, q.due)] : []),
    ...q.terms.map((term) => found(roster, term, reader, raw('true'))),
  ]
  const seen: Prisma.Sql[] = [
    whole.length > 0 ? raw(SEES) : raw('t.sight IS NOT NULL'),
    ...(q.place === null ? [] : [liesIn(roster, q.place)]),
    ...q.terms.map((term) => found(roster, term, reader, raw(SEES))),
  ]
  return { rows: join(rows, ' AND '), seen: join(seen, ' AND ') }
}

/** The outline tells the village, and nothing finer. */
export function liesIn({ nodes }: Roster, place: string): Prisma.Sql {
  const level = nodes.get(place)?.level
  if (level === 'town') return raw('true')
  return level === 'village' ? sql`t."villageId" = ${place}` : sql`(t.sight = 'all' AND t."placeId" = ANY(${nodesWithin(nodes, place)}))`
}

/** Each way in which a term may be meant has an index of its own: one without would have all matters of all years looked through. */
function found(roster: Roster, term: Term, reader: Person, sees: Prisma.Sql): Prisma.Sql {
  const inNumber = term.number
    ? sql`(t.number = ${term.number.of} AND ${term.number.villages ? sql`t."villageId" = ANY(${[...term.number.villages]})` : raw('true')})`
    : raw('false')
  const inVillage = term.places.length > 0 ? sql`t."villageId" = ANY(${[...term.places]})` : raw('false')
  // 2 and 2号 stand in many a text; a number means a number.
  const inWords = term.number ? raw('false') : sql`(${named(term, reader)} OR ${says(roster, term)})`
  return sql`(${inNumber} OR ${inVillage} OR ${sees} AND (${inWords} OR ${placed(roster, term)}))`
}

function placed(roster: Roster, { places }: Term): Prisma.Sql {
  if (places.length === 0) return raw('false')
  const villages = new Set(places.flatMap((id) => villageOf(roster, id) ?? []))
  return sql`(t."villageId" = ANY(${[...villages]}) AND t."placeId" = ANY(${[...places]}))`
}

function says(roster: Roster, { words }: Term): Prisma.Sql {
  const marked = sql`t."wordMarks" @> ${marksAsked(words)}::int[]`
  const asked = words.toLowerCase()
  if (/\d/u.test(asked)) return sql`(strpos(lower(t.label), ${asked}) > 0 OR ${marked})`
  // A number is called by its village's short name; the digits are behind it.
  const villages = [...roster.nodes.values()].filter((n) => n.level === 'village' && n.short?.toLowerCase().includes(asked))
  return villages.length > 0 ? sql`(t."villageId" = ANY(${villages.map((v) => v.id)}) OR ${marked})` : marked
}

/** Who wants no name is known by it to whoever has the matter in hand, and to nobody else. */
function named({ words, people }: Term, { id }: Person): Prisma.Sql {
  const mayKnow = sql`(NOT t.hidden OR ${id} IN (t."ownerId", t."reporterId", t."throughId"))`
  const told = sql`(t."throughId" IS NOT NULL AND t."throughMarks" @> ${marksAsked(words)}::int[] AND ${mayKnow})`
  if (people.length === 0) return told
  const them = [...people]
  return sql`(t."ownerId" = ANY(${them}) OR t."coOwnerIds" && ${them} OR t."supervisorId" = ANY(${them})
    OR (t."reporterId" = ANY(${them}) OR t."throughId" = ANY(${them})) AND ${mayKnow} OR ${told})`
}

/** The villages and duties of which matters come again and again since a year began, for a WITH that stands above the filter. */
export const againIn = (town: string, { id }: Person, { times, since }: NonNullable<MatterQuery['repeated']>): Prisma.Sql =>
  sql`again AS MATERIALIZED (SELECT village AS "villageId", duty FROM (${repeatsOf(town, { villages: null, reader: id, from: since })}) c
    GROUP BY 1, 2 HAVING sum(n) >= ${times}),`
const countedAgain = (since: Date): Prisma.Sql =>
  sql`${countsAsRepeated} AND t.status NOT IN ('merged', 'void') AND t."openedAt" >= ${since}`
// Said so that it is looked up row by row, in the order of the list; as a join the database would go through all matters of all years.
const comesAgain = ({ since }: { since: Date }): Prisma.Sql =>
  sql`${countedAgain(since)} AND ((t."villageId", t.duty) IN (SELECT "villageId", duty FROM again)) IS TRUE`
