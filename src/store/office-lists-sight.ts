import { isCadre, type Person, type Role } from '../domain/people.ts'
import { hasRoleOver, isCadreOf, officesReach, type Roster, villageOf } from '../domain/roster.ts'
import { Prisma } from './generated/client.ts'

const { sql, raw } = Prisma
const isPrivate = raw(`(t.kind <> 'village' OR t.sensitivity IS NOT NULL OR t.hidden)`)
const isDelicate = raw(`(t.sensitivity IS NOT NULL AND t.sensitivity <> 'family')`)

const within = (column: 'placeId' | 'villageId', ids: readonly string[]): Prisma.Sql =>
  ids.length === 0 ? sql`false` : sql`${raw(`t."${column}"`)} = ANY(${[...ids]})`

/**
 * `sightOf` of src/domain/sight.ts for all matters at once: 'all', 'outline' or null, which a test holds against the original.
 * Beyond the person's own matters nothing is looked at outside of the villages that their offices reach.
 */
export function sightIn(roster: Roster, town: string, person: Person): Prisma.Sql {
  const places = [...roster.nodes.keys()]
  const under = (...roles: readonly Role[]) =>
    within(
      'placeId',
      places.filter((place) => roles.some((role) => hasRoleOver(roster, person, role, place))),
    )
  const reach = officesReach(roster, person)
  // Over the town everything, a village that is gone from the grid included.
  const everywhere = isCadre(person) && isCadreOf(roster, person, '')
  const cadre = everywhere
    ? sql`true`
    : within(
        'villageId',
        places.filter((place) => isCadreOf(roster, person, place)),
      )
  return sql`CASE
    WHEN ${person.id} = ANY(t."aboutIds") THEN NULL
    WHEN ${under('leader', 'duty', 'secretary')} OR ${isOwn(town, person)} THEN 'all'
    WHEN NOT ${isPrivate} THEN CASE WHEN ${cadre} OR ${under('supervisor')} THEN 'all' WHEN ${within('villageId', reach)} THEN 'outline' END
    WHEN ${under('supervisor')} THEN 'outline'
    WHEN (t.kind = 'neighbour' OR NOT ${isDelicate}) AND ${under('mediator')} THEN 'all'
    WHEN NOT ${isDelicate} AND ${under('clerk')} THEN 'all' END`
}

/** Reported, in hand, supervised, brought by, helped with or followed by this person. */
const isOwn = (town: string, { id }: Person): Prisma.Sql => sql`(t."reporterId" = ${id} OR t."ownerId" = ${id} OR t."supervisorId" = ${id}
  OR t."throughId" = ${id} OR ${id} = ANY(t."coOwnerIds")
  OR t.id IN (SELECT f."ticketId" FROM "Follower" f WHERE f."townId" = ${town} AND f."personId" = ${id}))`

/** Rows of matters, each of them in one place only: those that lie in it, and first what has to be found for it. */
export interface Places {
  rows: readonly Prisma.Sql[]
  /** Begins the WITH that stands above the query. */
  found: Prisma.Sql
}
export const NOWHERE: Places = { rows: [sql`(SELECT * FROM "Ticket" t WHERE false)`], found: Prisma.empty }

/**
 * Where matters may lie that somebody sees, more than `sightIn` lets through: each village of their offices, and what is their own
 * elsewhere. Villages are found by an index of each; their own is little, and found once by who they are, whatever is asked of it.
 */
export function placesOf(roster: Roster, town: string, { id, roles }: Person): Places {
  const over = roles.filter((r) => r.role !== 'resident').map((r) => villageOf(roster, r.grid))
  if (over.includes(null)) return { rows: [sql`(SELECT * FROM "Ticket" t WHERE t."townId" = ${town})`], found: Prisma.empty }
  const villages = [...new Set(over.flatMap((v) => v ?? []))]
  const own = sql`(t."reporterId" = ${id} OR t."ownerId" = ${id} OR t."supervisorId" = ${id} OR t."throughId" = ${id} OR t."coOwnerIds" @> ARRAY[${id}]
    OR t.id = ANY(ARRAY(SELECT f."ticketId" FROM "Follower" f WHERE f."townId" = ${town} AND f."personId" = ${id})))`
  const found = sql`elsewhere AS MATERIALIZED (SELECT * FROM "Ticket" t WHERE t."townId" = ${town} AND NOT ${within('villageId', villages)} AND ${own}),`
  const ofVillages = villages.map((v) => sql`(SELECT * FROM "Ticket" t WHERE t."townId" = ${town} AND t."villageId" = ${v})`)
  return { rows: [...ofVillages, raw('elsewhere')], found }
}
