import { pick, type Random } from '../platform-calls.ts'
import type { Asked } from './knock.ts'
import type { OpenHouse } from './open-house.ts'
import { strangeAsk } from './strange-asks.ts'
import type { Life } from './village-life.ts'

const SIDE_BY_SIDE = 4
const ELSEWHERE = 'https://evil.example'
/** What is written down of any visit: who tried how often, and when a session was last used. */
const OF_A_VISIT = ['Bucket', 'OfficeSession']

/** How somebody comes who has no business here; each with what a browser, a program or a guesser would bring. */
function ways(random: Random, sessions: readonly string[], operator: string): Record<string, Record<string, string>> {
  const guessed = Array.from({ length: 4 }, () => random().toString(36).slice(2)).join('')
  return {
    'without a session': { host: 'village.example' },
    'with a guessed session': { host: 'village.example', cookie: `shuoshi-office=${guessed}; shuoshi-operator=${guessed}` },
    'with a guessed key': { host: 'village.example', authorization: `Bearer sk-${guessed}` },
    'by a form of another site': { host: 'village.example', origin: ELSEWHERE, cookie: pick(random, [...sessions, operator]) },
    'by a page of another site': { host: 'village.example', 'sec-fetch-site': 'cross-site', cookie: pick(random, [...sessions, operator]) },
    'through a browser on this machine': { origin: ELSEWHERE, 'sec-fetch-site': 'cross-site' },
  }
}

/** Looking with somebody's own session is theirs; only what is sent by another site is not. */
const isOwnLook = (way: string, { method = 'GET' }: Asked): boolean => method === 'GET' && way.includes('of another site')

/** All that the town holds, but for what is written down of any visit. */
async function heldBy(house: OpenHouse): Promise<Map<string, string>> {
  const tables = await house.rows(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const held = new Map<string, string>()
  for (const { name } of tables) {
    if (OF_A_VISIT.includes(String(name))) continue
    const [sum] = await house.rows(`SELECT count(*)::int || ' ' || coalesce(sum(hashtext(t::text)), 0) AS held FROM "${name}" t`)
    held.set(String(name), String(sum?.held))
  }
  return held
}

export interface Visited {
  tried: number
  /** Answers in which something stood that only some may read. */
  told: string[]
  /** Tables that hold something else than before. */
  changed: string[]
}

/** Every route, in every way, with numbers that there are and others. */
export async function visitUnasked(house: OpenHouse, life: Life, count: number, random: Random): Promise<Visited> {
  const sessions = (await Promise.all(life.cadres.slice(0, 4).map((c) => house.office(c.id)))).filter((it) => it !== null)
  const operator = await house.operator()
  const before = await heldBy(house)
  const told: string[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const route = house.routes[n % house.routes.length] ?? pick(random, house.routes)
      const asked = strangeAsk(random, route, life.known, n)
      const [way, headers] = pick(random, Object.entries(ways(random, sessions, operator)))
      if (isOwnLook(way, asked)) continue
      const { whole } = await house.knock({ ...asked, headers: { ...asked.headers, ...headers } })
      for (const word of life.canaries) if (whole.includes(word)) told.push(`${way}: ${asked.method ?? 'GET'} ${asked.path.slice(0, 120)}`)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  const changed = [...(await heldBy(house))].filter(([table, held]) => before.get(table) !== held).map(([table]) => table)
  return { tried: count, told, changed }
}

/** Everybody looks with their own session at every page for every number there is: only who may see a matter reads its canary. */
export async function lookAcross(house: OpenHouse, life: Life, count: number, random: Random): Promise<Omit<Visited, 'changed'>> {
  const looking = house.routes.filter((r) => r.method === 'GET' && (r.url.startsWith('/office') || r.url.startsWith('/s/')))
  const told: string[] = []
  const own: { cookie: string; person: string }[] = []
  for (const { id } of life.cadres) {
    const cookie = await house.office(id)
    if (cookie !== null) own.push({ cookie, person: id })
  }
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const { cookie, person } = pick(random, own)
      const asked = strangeAsk(random, looking[n % looking.length] ?? pick(random, looking), life.known, n)
      const { whole } = await house.knock({ ...asked, headers: { ...asked.headers, cookie } })
      for (const word of life.canaries)
        if (whole.includes(word) && !life.mayRead(person, word)) told.push(`${person}: ${asked.path.slice(0, 120)}`)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  return { tried: count, told }
}
