import { sightOf } from '../../src/domain/sight.ts'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { pick, type Random } from '../platform-calls.ts'
import { canaryOf } from './canaries.ts'
import type { OpenHouse } from './open-house.ts'
import { openSayings } from './sayings.ts'

/** Villages and posts of the township, with somebody in each, and what was said of each kind of matter. */
export interface Life {
  residents: SandboxPerson[]
  /** By role and village, those of the whole town last. */
  cadres: SandboxPerson[]
  /** The addresses of what there is: numbers, codes, links. */
  known: readonly string[]
  /** What only some may read, and whether somebody may, as who may see what says it. */
  canaries: readonly string[]
  mayRead(person: string, canary: string): boolean
}

const VILLAGES = ['坪头村', '河口村']
const ROLES = ['keeper', 'clerk', 'secretary', 'mediator', 'supervisor', 'leader', 'duty']
const CODE = 'pingtouaaa'

/** Said of a matter of each kind, with a word in it that stands nowhere else. */
const TOLD: readonly ((canary: string) => string)[] = [
  (c) => `三社路口的路灯又不亮了，${c}旁边那盏`,
  (c) => `邻居${c}占了我家的地界，说了几回都不听`,
  (c) => `我家低保的材料交了两个月还没有消息，经手的叫${c}`,
  (c) => `二社水渠堵了，水漫到${c}门口路上了`,
]
export async function liveIn(house: OpenHouse, random: Random): Promise<Life> {
  const residents: SandboxPerson[] = []
  const cadres: SandboxPerson[] = []
  for (const village of VILLAGES) {
    const of = `village=${encodeURIComponent(village)}`
    const all = await house.people(`role=resident&${of}`)
    residents.push(...all.filter((p) => p.roles.every((r) => r.role === 'resident')).slice(0, 8))
    for (const role of ROLES) cadres.push(...(await house.people(`role=${role}&${of}`)).slice(0, 1))
  }
  for (const role of ['leader', 'duty']) cadres.push(...(await house.people(`role=${role}`)).slice(0, 1))
  const canaries: string[] = []
  for (const [n, told] of TOLD.entries()) {
    const from = residents[n * 3] ?? pick(random, residents)
    const canary = canaryOf(n)
    canaries.push(canary)
    await house.say({ person: from.id }, from.id, told(canary))
    await house.settle()
  }
  await house.rows(`INSERT INTO "VillageCode" ("townId", "gridId", code)
    SELECT "townId", id, '${CODE}' FROM "GridNode" WHERE level = 'village' AND name = '坪头村' ON CONFLICT DO NOTHING RETURNING code`)
  const labels = (await house.tickets()).map((t) => t.number)
  const nodes = await house.rows(`SELECT id FROM "GridNode" LIMIT 5`)
  const sees = await sightsOf(house, canaries)
  const known = [...labels, CODE, ...nodes.map(({ id }) => String(id)), ...residents.slice(0, 2).map((p) => p.id)]
  return { residents, cadres, canaries, known, mayRead: (person, canary) => sees.has(`${person} ${canary}`) }
}

/** Who may read all of which matter: asked of the rule itself, whose own proof is in the tests. */
async function sightsOf(house: OpenHouse, canaries: readonly string[]): Promise<Set<string>> {
  const sayings = await openSayings(house)
  const sees = new Set<string>()
  try {
    await sayings.unsaid(async (desk) => {
      for (const ticket of await desk.tickets({ limit: 50 })) {
        const canary = canaries.find((c) => ticket.text.includes(c))
        const followers = await desk.followers(ticket.id)
        for (const person of desk.roster.people.values())
          if (canary && sightOf(desk.roster, person, ticket, followers) === 'all') sees.add(`${person.id} ${canary}`)
      }
    })
  } finally {
    await sayings.close()
  }
  if (sees.size === 0) throw new Error('no matter came of what was said')
  return sees
}
