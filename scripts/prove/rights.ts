import { lineUp } from '../../src/domain/grid.ts'
import type { Person, Role } from '../../src/domain/people.ts'
import type { Roster } from '../../src/domain/roster.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { Actor } from '../../src/domain/workflow.ts'
import { COMMANDS } from '../../src/orders/index.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { MOVES } from '../../src/tickets/moves/index.ts'
import { pick, type Random } from '../platform-calls.ts'
import type { OpenHouse } from './open-house.ts'
import { openSayings } from './sayings.ts'

const AT_ONCE = 40

/** Every order that does something to a matter, with who may by the tables. */
const STEPS = COMMANDS.flatMap(({ name, move, example, ...order }) => {
  const by: readonly Actor[] = move ? MOVES[move].by : []
  return move ? [{ name, example, by, audience: order.for }] : []
})

const reaches = (roster: Roster, person: Person, role: Role, place: string): boolean => {
  const above = lineUp(roster.nodes, place)
  return person.roles.some((r) => r.role === role && above.includes(r.grid))
}

/** The rule, said once more and otherwise, in its widest reading: whom it lets act on a matter at all in one of these capacities. */
function mayAct(roster: Roster, person: Person, t: Ticket, by: readonly Actor[], followers: readonly string[]): boolean {
  if (t.about.includes(person.id)) return false
  const own: Partial<Record<Actor, boolean>> = {
    reporter: t.reporter === person.id,
    owner: t.owner === person.id,
    coOwner: t.coOwners.includes(person.id),
    follower: followers.includes(person.id),
    oversight: reaches(roster, person, 'supervisor', t.place),
  }
  // Whoever holds an office in the village's line counts as a cadre of the village, a keeper in all of it.
  const village = lineUp(roster.nodes, t.village)
  const serves = (role: Role) =>
    person.roles.some((r) => r.role === role && (village.includes(r.grid) || lineUp(roster.nodes, r.grid).includes(t.village)))
  const anyOffice = (['keeper', 'clerk', 'secretary', 'mediator', 'duty', 'leader'] as const).some(serves)
  return by.some((actor) => {
    if (actor in own) return own[actor]
    if (actor === 'cadre') return anyOffice
    if (actor === 'spokesman') return anyOffice && t.through !== null
    if (actor === 'keeper') return serves('keeper')
    if (actor === 'clock' || actor === 'model') return false
    return actor !== 'reporter' && actor !== 'owner' && reaches(roster, person, actor as Role, t.place)
  })
}

interface Tried {
  who: string
  person: string
  words: string
}

/** All that stands of all matters, but for the lines of refused tries. */
async function standing(desk: Desk): Promise<string> {
  const tickets = await desk.tickets({ limit: 50 })
  const deeds: number[] = []
  for (const { id } of tickets) deeds.push((await desk.history(id)).filter((e) => e.what !== 'denied').length)
  return JSON.stringify([tickets, deeds])
}

interface Case {
  person: Person
  /** Of a matter. */
  id: string
  step: (typeof STEPS)[number]
}

/** Each order × each role at each level of the grid × each matter, over and over; who of those that hold the role is thrown. */
function* casesOf(roster: Roster, tickets: readonly Ticket[], random: Random): Generator<Case, never> {
  const levelOf = (p: Person) => roster.nodes.get(p.roles[0]?.grid ?? '')?.level ?? 'none'
  const holders = [...Map.groupBy(roster.people.values(), (p) => `${p.roles[0]?.role ?? 'resident'} ${levelOf(p)}`).values()]
  for (;;)
    for (const { id } of tickets) for (const step of STEPS) for (const people of holders) yield { person: pick(random, people), id, step }
}

/** What their owners have done before somebody else comes: nothing, taken them on, or seen to them. */
const STATES: readonly ((label: string) => string[])[] = [
  () => [],
  (label) => [`接 ${label}`],
  (label) => [`接 ${label}`, `办结 ${label} 修好了，试过了`],
]

interface Tries {
  tried: number
  through: Tried[]
}

type Tell = (person: string, text: string) => Promise<void>

/** What their owners have done by the time somebody else comes. */
async function live(desk: Desk, tell: Tell, round: number): Promise<void> {
  for (const { owner, label } of await desk.tickets({ limit: 50 }))
    for (const words of (owner && STATES[round % STATES.length]?.(label)) || []) await tell(owner ?? '', words)
}

/** The next so many cases; whoever may by the tables is passed over. */
async function lotOf(desk: Desk, cases: Generator<Case, never>, size: number): Promise<Tried[]> {
  const { roster } = desk
  const tickets = await desk.tickets({ limit: 50 })
  const followers = new Map<string, readonly string[]>()
  for (const { id } of tickets) followers.set(id, await desk.followers(id))
  const lot: Tried[] = []
  while (lot.length < size) {
    const { person, id, step } = cases.next().value
    const ticket = tickets.find((t) => t.id === id)
    if (!ticket) throw new Error('a matter is gone')
    const isFor = step.audience === 'anyone' || person.roles.some((r) => step.audience.includes(r.role))
    if (isFor && mayAct(roster, person, ticket, step.by, followers.get(id) ?? [])) continue
    const words = step.example.replace(/[\p{Script=Han}]?\d+/u, ticket.label)
    lot.push({ who: JSON.stringify(person.roles), person: person.id, words })
  }
  return lot
}

async function isObeyed(desk: Desk, tell: Tell, lot: readonly Tried[]): Promise<boolean> {
  const before = await standing(desk)
  for (const { person, words } of lot) await tell(person, words)
  return (await standing(desk)) !== before
}

/** Whoever may not by the tables changes nothing, in whichever state a matter is. */
export async function triesBeyondRights(
  house: OpenHouse,
  count: number,
  random: Random,
  say: (line: string) => void = () => {},
): Promise<Tries> {
  const sayings = await openSayings(house)
  const found: Tries = { tried: 0, through: [] }
  try {
    const cases = await sayings.unsaid(async (desk) => casesOf(desk.roster, await desk.tickets({ limit: 50 }), random))
    for (let round = 0; found.tried < count; round++) {
      const tryAll = (lotFor: (desk: Desk) => Promise<Tried[]>) =>
        sayings.unsaid(async (desk, tell) => {
          await live(desk, tell, round)
          const lot = await lotFor(desk)
          return (await isObeyed(desk, tell, lot)) ? lot : []
        })
      const lot: Tried[] = []
      const obeyed = await tryAll(async (desk) => {
        lot.push(...(await lotOf(desk, cases, Math.min(AT_ONCE, count - found.tried))))
        return lot
      })
      // Which of them it was; or it took several.
      const alone: Tried[] = []
      for (const one of obeyed) alone.push(...(await tryAll(async () => [one])))
      found.tried += lot.length
      found.through.push(...(alone.length > 0 ? alone : obeyed))
      if (round % 40 === 39) say(`${found.tried} orders beyond rights, obeyed ${found.through.length}`)
    }
  } finally {
    await sayings.close()
  }
  return found
}
