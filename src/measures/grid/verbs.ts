import { lineUp } from '../../domain/grid.ts'
import { householdsIn } from '../../domain/households.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { type NoticeDraft, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { fullPlaceName } from '../../domain/place-name.ts'
import { gridOf, holders, personName, type Roster, townNode, villageGroup, villageOf } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import type { CommitDesk } from '../../tickets/commit.ts'
import { type FactsDesk, factsOf, shortOf } from '../../tickets/facts.ts'
import { handOver } from '../../tickets/leave.ts'
import { transferred } from '../../wording/told.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { keepersOf } from './facts.ts'
import { type HeartCard, handed, type PlaceNow } from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'grid', true> {}
}

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

/** What lies in a part of the tree now: its size and its live matters, as numbers. */
export async function placeNow(desk: Pick<Desk, 'now' | 'roster' | 'countTickets'>, grid: string): Promise<PlaceNow> {
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

const LIVE = ['open', 'waiting'] as const
const TOLD_DAYS = 7

/** Whether a matter in somebody's hands is there because of this part of the grid. */
function belongsTo(desk: Pick<Desk, 'roster'>, ticket: Ticket, grid: string): boolean {
  const home = ticket.reporter ? gridOf(desk.roster, ticket.reporter) : null
  const lies = (place: string | null) => place !== null && lineUp(desk.roster.nodes, place).includes(grid)
  return lies(ticket.place) || lies(home)
}

async function moveTickets(
  desk: CommitDesk & FactsDesk,
  tickets: readonly Ticket[],
  to: string,
  note: string,
  key: string,
): Promise<string[]> {
  const notices: NoticeDraft[] = []
  const labels: string[] = []
  for (const ticket of tickets) {
    if (ticket.about.includes(to)) continue
    const moved = await handOver(desk, ticket, to, note)
    labels.push(`${moved.label} ${shortOf(desk.roster, moved)}`)
    if (moved.reporter && moved.reporter !== to)
      notices.push({
        ...{ key: `${key}:${moved.id}`, to: toPerson(moved.reporter), ticket: moved.id, occasion: 'transfer:reporter' },
        text: transferred(factsOf(desk, moved, { by: null, note: null })),
      })
  }
  await desk.notify(notices)
  return labels
}

export type HandGridDesk = BulletinDesk &
  CommitDesk &
  Pick<Desk, 'roster' | 'tickets' | 'addRole' | 'removeRole' | 'joinGroup' | 'chronicle'>

/** 换网格员: a 十户联防, or all of a 社, gets another keeper; open matters move, and everybody concerned is told. */
export async function handGrid(desk: HandGridDesk, by: Person, grid: string, to: Person, cause: string): Promise<{ moved: number }> {
  const { roster } = desk
  const place = fullPlaceName(roster, grid)
  const nodes = [...roster.nodes.values()].filter(
    (n) => (n.level === 'she' || n.level === 'ten') && lineUp(roster.nodes, n.id).includes(grid),
  )
  const tens = nodes.filter((n) => n.level === 'ten')
  const former = new Set<string>()
  for (const p of roster.people.values())
    for (const r of p.roles)
      if (r.role === 'keeper' && nodes.some((n) => n.id === r.grid) && p.id !== to.id) {
        former.add(p.id)
        await desk.removeRole(p.id, 'keeper', r.grid)
      }
  for (const node of tens.length > 0 ? tens : nodes) await desk.addRole(to.id, 'keeper', node.id)
  const village = villageOf(roster, grid)
  const group = village ? villageGroup(roster, village) : null
  if (group && !group.members.includes(to.id)) await desk.joinGroup(group.id, to.id)
  const notices: NoticeDraft[] = []
  const labels: string[] = []
  for (const old of former) {
    const theirs = (await desk.tickets({ owner: old, statuses: LIVE })).filter((t) => belongsTo(desk, t, grid))
    const moved = await moveTickets(desk, theirs, to.id, handed.keeperReason(place), `hand:${cause}`)
    labels.push(...moved)
    notices.push(note(`hand:${cause}:old:${old}`, old, handed.toOld(place, to.name, moved.length)))
  }
  notices.push(note(`hand:${cause}:new`, to.id, handed.toNew(place, labels)))
  const whole = roster.nodes.get(grid)?.level === 'she'
  if (whole && group) {
    const from = dayOf(desk.now)
    const until = dayName(numberOfDay(from) + TOLD_DAYS)
    const item = {
      id: `keeper:${cause}:${group.id}`,
      group: group.id,
      occasion: 'policy' as const,
      from,
      until,
      gentle: false,
      picture: null,
    }
    await announce(desk, [{ ...item, text: handed.inGroup(place, to.name) }])
  } else notices.push(...tellHouseholds(desk, grid, to, cause))
  await desk.notify(notices)
  const data = { to: to.id, from: [...former], moved: labels.length }
  await desk.chronicle.append(`grid:${grid}`, [{ at: desk.now, what: 'handed', by: by.id, note: place, data }])
  return { moved: labels.length }
}

const note = (key: string, person: string, text: string): NoticeDraft => ({
  ...{ key, to: toPerson(person), ticket: null, occasion: 'grid' },
  text,
})

const tellHouseholds = (desk: Pick<Desk, 'roster'>, grid: string, keeper: Person, cause: string): NoticeDraft[] => {
  const homes = new Set(householdsIn(desk.roster, grid).map((h) => h.id))
  return [...desk.roster.people.values()]
    .filter((p) => p.household !== null && homes.has(p.household) && p.id !== keeper.id)
    .map((p) => note(`hand:${cause}:home:${p.id}`, p.id, handed.toHousehold(keeper.name, keeper.phone)))
}

type HandHouseholdDesk = CommitDesk & Pick<Desk, 'now' | 'roster' | 'tickets' | 'moveHousehold' | 'chronicle'>

/** 划转: one household comes under another 十户联防 and its keeper. */
export async function handHousehold(
  desk: HandHouseholdDesk,
  by: Person,
  move: { household: string; head: string; to: string; keeper: string; former: string | null },
  cause: string,
): Promise<{ moved: number }> {
  const { roster } = desk
  const place = fullPlaceName(roster, move.to)
  const keeper = roster.people.get(move.keeper)
  const members = [...roster.people.values()].filter((p) => p.household === move.household)
  await desk.moveHousehold(move.household, move.to)
  const theirs: Ticket[] = []
  if (move.former && move.former !== move.keeper)
    for (const p of members) theirs.push(...(await desk.tickets({ reporter: p.id, statuses: LIVE })).filter((t) => t.owner === move.former))
  const labels = await moveTickets(desk, theirs, move.keeper, handed.homeReason(place), `hand:${cause}`)
  const text = handed.toHousehold(personName(roster, move.keeper), keeper?.phone ?? null)
  await desk.notify([
    ...members.filter((p) => p.id !== move.keeper).map((p) => note(`hand:${cause}:home:${p.id}`, p.id, text)),
    note(`hand:${cause}:new`, move.keeper, handed.householdCame(move.head, place, labels)),
    ...(move.former && move.former !== move.keeper
      ? [note(`hand:${cause}:old`, move.former, handed.householdWent(move.head, place, personName(roster, move.keeper)))]
      : []),
  ])
  const data = { household: move.household, to: move.to, keeper: move.keeper, moved: labels.length }
  await desk.chronicle.append(`grid:${move.to}`, [{ at: desk.now, what: 'householdHanded', by: by.id, note: null, data }])
  return { moved: labels.length }
}
