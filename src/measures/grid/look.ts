import { lineUp } from '../../domain/grid.ts'
import type { Person } from '../../domain/people.ts'
import { gridOf, holders, personName, type Roster, townNode, villageOf } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import type { HeartCard, PlaceNow } from './words.ts'

/** 坪头村三社第一联户; elsewhere in talk the last step is left out. */
export function fullPlaceName(roster: Roster, grid: string): string {
  const node = roster.nodes.get(grid)
  return node?.level === 'ten' ? `${placeName(roster, grid)}${node.name}` : placeName(roster, grid)
}

/** Who keeps a 社 or a 十户联防, nearest first; somebody on leave is stood in for. */
export const keepersOf = (roster: Roster, grid: string): string[] => holders(roster, 'keeper', grid)

/** 连心卡 of the place somebody lives in, or of one that is named; null where nothing finer than the village is known. */
export function heartCardOf(roster: Roster, place: string | null): HeartCard | null {
  const level = place && roster.nodes.get(place)?.level
  if (!place || (level !== 'ten' && level !== 'she')) return null
  const phone = (id: string | undefined) => (id && roster.people.get(id)?.phone) || null
  const name = (id: string | undefined) => (id ? personName(roster, id) : null)
  const [keeper] = keepersOf(roster, place)
  const [secretary] = holders(roster, 'secretary', place)
  const [duty] = holders(roster, 'duty', townNode(roster))
  return {
    place: fullPlaceName(roster, place),
    ...{ keeper: name(keeper), phone: phone(keeper), secretary: name(secretary), duty: name(duty), dutyPhone: phone(duty) },
  }
}

/** Where somebody lives, when that is known more finely than the village. */
export const homeOf = (roster: Roster, person: Person): string | null => {
  const home = (person.household && roster.households.get(person.household)) || null
  return home ?? (person.roles.some((r) => r.role === 'resident') ? gridOf(roster, person.id) : null)
}

export function householdsIn(roster: Roster, grid: string): { id: string; names: string[] }[] {
  const found = new Map<string, string[]>()
  for (const [id, place] of roster.households) if (lineUp(roster.nodes, place).includes(grid)) found.set(id, [])
  for (const p of roster.people.values()) if (p.household) found.get(p.household)?.push(p.name)
  return [...found].map(([id, names]) => ({ id, names }))
}

/** What lies in a part of the tree now: its size and its live matters, as numbers. */
export async function placeNow(desk: Desk, grid: string): Promise<PlaceNow> {
  const { roster } = desk
  const inside = [...roster.nodes.values()].filter((n) => n.id !== grid && lineUp(roster.nodes, n.id).includes(grid))
  const households = householdsIn(roster, grid)
  const village = villageOf(roster, grid)
  const level = roster.nodes.get(grid)?.level
  const villages = village ? [village] : [townNode(roster), ...inside.filter((n) => n.level === 'village').map((n) => n.id)]
  // A matter is known by its 社 at best, so that a 十户联防 is told of its 社.
  const she = level === 'ten' ? (roster.nodes.get(grid)?.parentId ?? grid) : grid
  const query = { villages, ...(level === 'she' || level === 'ten' ? { places: [she] } : {}) }
  return {
    place: fullPlaceName(roster, grid),
    she: inside.filter((n) => n.level === 'she').length,
    ten: inside.filter((n) => n.level === 'ten').length,
    keepers: level === 'ten' ? 0 : keepersIn(roster, grid),
    households: households.length,
    people: households.reduce((sum, h) => sum + h.names.length, 0),
    live: await desk.countTickets({ ...query, statuses: ['open'] }),
    overdue: await desk.countTickets({ ...query, statuses: ['open'], dueBefore: desk.now }),
    waiting: await desk.countTickets({ ...query, statuses: ['waiting'] }),
  }
}

const keepersIn = (roster: Roster, grid: string): number =>
  [...roster.people.values()].filter((p) => p.roles.some((r) => r.role === 'keeper' && lineUp(roster.nodes, r.grid).includes(grid))).length
