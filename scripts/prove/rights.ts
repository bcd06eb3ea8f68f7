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

const AT_ONCE = 25

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
  words: string
}

/** What stands of all matters, but for the lines of refused tries. */
async function standing(desk: Desk, tickets: readonly Ticket[]): Promise<string> {
  const now: unknown[] = []
  for (const { id } of tickets) {
    const deeds = (await desk.history(id)).filter((e) => e.what !== 'denied')
    now.push(id, deeds.length)
  }
  return JSON.stringify(now)
}

/** Each role of the township at its places, each order about each matter: whoever may not by the tables changes nothing. */
export async function triesBeyondRights(house: OpenHouse, count: number, random: Random): Promise<{ tried: number; through: Tried[] }> {
  const sayings = await openSayings(house)
  const through: Tried[] = []
  let tried = 0
  try {
    while (tried < count) {
      await sayings.unsaid(async (desk, say) => {
        const { roster } = desk
        const tickets = await desk.tickets({ limit: 50 })
        const followers = new Map<string, readonly string[]>()
        for (const { id } of tickets) followers.set(id, await desk.followers(id))
        const people = [...roster.people.values()]
        const byRole = [...Map.groupBy(people, (p) => p.roles[0]?.role ?? 'resident').values()]
        let before = await standing(desk, tickets)
        for (let n = 0; n < AT_ONCE; n++) {
          const ticket = pick(random, tickets)
          const person = pick(random, pick(random, byRole))
          const step = pick(random, STEPS)
          const isFor = step.audience === 'anyone' || person.roles.some((r) => step.audience.includes(r.role))
          if (isFor && mayAct(roster, person, ticket, step.by, followers.get(ticket.id) ?? [])) continue
          const words = step.example.replace(/[\p{Script=Han}]?\d+/u, ticket.label)
          await say(person.id, words)
          tried++
          const after = await standing(desk, tickets)
          if (after !== before) through.push({ who: JSON.stringify(person.roles), words })
          before = after
        }
      })
    }
  } finally {
    await sayings.close()
  }
  return { tried, through }
}
