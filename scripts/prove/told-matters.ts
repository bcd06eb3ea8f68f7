import { matterPath } from '../../src/domain/office-path.ts'
import type { Person } from '../../src/domain/people.ts'
import type { Roster } from '../../src/domain/roster.ts'
import { type Sight, sightOf } from '../../src/domain/sight.ts'
import { isPrivate, type Ticket } from '../../src/domain/ticket.ts'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { canariesIn, canaryOf } from './canaries.ts'
import type { OpenHouse } from './open-house.ts'
import { openSayings } from './sayings.ts'

const SIDE_BY_SIDE = 8
const MATTERS_A_VILLAGE = 40
const LEAST_VILLAGES = 2

/** Of every kind, to the group or alone to the bot; in each a word that stands nowhere else. */
const TOLD: readonly { words(canary: string): string; alone?: true }[] = [
  { words: (c) => `三社路口的路灯又不亮了，${c}旁边那盏` },
  { words: (c) => `邻居${c}占了我家的地界，说了几回都不听`, alone: true },
  { words: (c) => `我家低保的材料交了两个月还没有消息，经手的叫${c}`, alone: true },
  { words: (c) => `二社水渠堵了，水漫到${c}门口路上了` },
  { words: (c) => `我男人又喝酒打我，我和娃躲在${c}家，不敢回去`, alone: true },
  { words: (c) => `一社${c}门口的路塌了一截，车过不去`, alone: true },
  { words: (c) => `隔壁${c}家的屋檐水滴到我家院墙上，墙都泡松了`, alone: true },
  { words: (c) => `四社的自来水管漏水，${c}门前都是水` },
]

/** What became of what was told: the matters of each canary, and who may read them. */
export interface Told {
  tickets: readonly Ticket[]
  canaries: ReadonlySet<string>
  /** Of one matter, whose words hold them. */
  of(ticket: string): readonly string[]
  /** In a group, or by anybody. */
  isPublic(canary: string): boolean
  mayRead(person: Person, canary: string): boolean
  sight(person: Person, ticket: Ticket): Sight
  /** Whose page has this address. */
  at(path: string): Ticket | undefined
  roster: Roster
}

/** Few villages for few matters, so that whoever holds an office there has something to read, and something not to. */
async function residentsFor(house: OpenHouse, matters: number): Promise<SandboxPerson[]> {
  const villages = await house.rows(`SELECT name FROM "GridNode" WHERE level = 'village' ORDER BY position`)
  const all: SandboxPerson[] = []
  for (const { name } of villages.slice(0, Math.max(LEAST_VILLAGES, Math.ceil(matters / MATTERS_A_VILLAGE)))) {
    const people = await house.people(`role=resident&village=${encodeURIComponent(String(name))}`)
    all.push(...people.filter((p) => p.groups.length > 0 && p.roles.every((r) => r.role === 'resident')))
  }
  return all
}

const LEFT = `SELECT ((SELECT count(*) FROM "Message" WHERE "handledAt" IS NULL AND "personId" IS NOT NULL)
  + (SELECT count(*) FROM "Report" WHERE "closedAt" IS NULL))::int AS n`

/** Each resident of some villages in turn tells something, everybody at once; then all of it is judged. */
export async function tellMatters(house: OpenHouse, count: number, say: (line: string) => void): Promise<Told> {
  const residents = await residentsFor(house, count)
  for (let from = 0; from < count; from += residents.length) {
    let next = from
    const lane = async (): Promise<void> => {
      for (let n = next++; n < Math.min(count, from + residents.length); n = next++) {
        const { id, groups } = residents[n % residents.length] ?? { id: '', groups: [] }
        const topic = TOLD[(n + Math.floor(n / residents.length)) % TOLD.length]
        if (topic) await house.say(topic.alone ? { person: id } : { group: groups[0] ?? '' }, id, topic.words(canaryOf(n)))
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
    do await house.settle()
    while (Number((await house.rows(LEFT))[0]?.n) > 0)
    say(`${Math.min(count, from + residents.length)} told`)
  }
  return whatBecame(house)
}

async function whatBecame(house: OpenHouse): Promise<Told> {
  const rows = await house.rows(`SELECT t."ticketId" AS ticket, m.text FROM "TicketMessage" t JOIN "Message" m USING ("townId", seq)`)
  const of = new Map<string, Set<string>>()
  for (const { ticket, text } of rows) {
    const known = of.get(String(ticket)) ?? new Set()
    for (const canary of canariesIn(String(text))) known.add(canary)
    of.set(String(ticket), known)
  }
  const sayings = await openSayings(house)
  try {
    return await sayings.atDesk(async (desk) => {
      const { roster } = desk
      const tickets = await desk.tickets({ limit: 50_000 })
      const followers = new Map<string, readonly string[]>()
      const within = new Map<string, Ticket[]>()
      for (const ticket of tickets) {
        followers.set(ticket.id, await desk.followers(ticket.id))
        for (const canary of of.get(ticket.id) ?? []) within.set(canary, [...(within.get(canary) ?? []), ticket])
      }
      const sight = (person: Person, t: Ticket) => sightOf(roster, person, t, followers.get(t.id))
      const at = new Map(tickets.map((t) => [matterPath(t.label), t]))
      return {
        at: (path) => at.get(path),
        ...{ tickets, roster, sight, canaries: new Set(within.keys()) },
        of: (ticket) => [...(of.get(ticket) ?? [])],
        isPublic: (canary) => within.get(canary)?.some((t) => !isPrivate(t)) ?? false,
        mayRead: (person, canary) => within.get(canary)?.some((t) => sight(person, t) === 'all') ?? false,
      }
    })
  } finally {
    await sayings.close()
  }
}
