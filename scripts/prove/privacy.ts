import type { Person } from '../../src/domain/people.ts'
import { pick, type Random, randomOf } from '../platform-calls.ts'
import { canariesIn } from './canaries.ts'
import { inHouse, type OpenHouse } from './open-house.ts'
import type { Proof } from './proof.ts'
import { type Told, tellMatters } from './told-matters.ts'

const ROLES = ['keeper', 'clerk', 'secretary', 'mediator', 'supervisor', 'leader', 'duty'] as const
/** Every so many villages one whose offices read. */
const VILLAGES_READ = 6
const PAGES = 12
const ORDERS = ['待办', '日报', '周报', '月报', '统计', '待定', '查 路灯', '台账']
const PER_READER = 4

interface Seen {
  pages: number
  words: number
  said: number
  /** How often one who may read a matter was shown its words. */
  met: number
  wrong: string[]
  /** Whoever may read a matter, and was not shown it where all of it stands: a page that shows nobody anything proves nothing. */
  unmet: string[]
}

/** Somebody of each role in some villages, and of the whole town. */
function readersOf({ roster }: Told): Person[] {
  const holders = (role: string) => [...roster.people.values()].filter((p) => p.roles.some((r) => r.role === role))
  return ROLES.flatMap((role) => {
    const all = holders(role)
    const apart = Math.max(1, Math.floor(all.length / VILLAGES_READ))
    return all.filter((_, n) => n % apart === 0).slice(0, VILLAGES_READ)
  })
}

/** Every page that leads from the first one, as far as so many. */
async function* pagesOf(house: OpenHouse, cookie: string, random: Random): AsyncGenerator<[string, string]> {
  const waiting = house.routes.filter((r) => r.method === 'GET' && r.url.startsWith('/office') && !/[:*]/u.test(r.url)).map((r) => r.url)
  const seen = new Set(waiting)
  for (let n = 0; n < PAGES; n++) {
    const at = Math.floor(random() * waiting.length)
    const path = waiting.splice(at, 1)[0]
    if (path === undefined) break
    const { text } = await house.knock({ path, headers: { cookie } })
    yield [path, text]
    for (const [, href = ''] of text.matchAll(/href="(\/office[^"#]*)"/gu)) {
      const next = href.replaceAll('&amp;', '&')
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
}

function look(told: Told, reader: Person, where: string, text: string, seen: Seen): void {
  for (const canary of canariesIn(text))
    if (told.mayRead(reader, canary)) seen.met++
    else seen.wrong.push(`${reader.id} (${reader.roles.map((r) => `${r.role} ${r.grid}`).join()}) reads ${canary} at ${where}`)
}

/** A matter's own page, and what is found by its word. */
async function lookUp(house: OpenHouse, told: Told, reader: Person, cookie: string, n: number, seen: Seen): Promise<void> {
  const ticket = told.tickets[n % told.tickets.length]
  const [canary] = ticket ? told.of(ticket.id) : []
  if (!ticket || !canary) return
  for (const path of [`/office/m/${encodeURIComponent(ticket.label)}`, `/office/matters?q=${encodeURIComponent(canary)}`]) {
    const { text } = await house.knock({ path, headers: { cookie } })
    seen.pages++
    look(told, reader, path, text.replaceAll(`value="${canary}"`, ''), seen)
    if (path.startsWith('/office/m/') && told.sees(reader, ticket) && !text.includes(canary))
      seen.unmet.push(`${reader.id} of ${ticket.label}`)
  }
}

async function readAs(house: OpenHouse, told: Told, reader: Person, matters: Iterable<number>, random: Random, seen: Seen): Promise<void> {
  const cookie = await house.office(reader.id)
  if (cookie === null) return
  for await (const [path, text] of pagesOf(house, cookie, random)) {
    seen.pages++
    look(told, reader, path, text, seen)
  }
  for (const n of matters) await lookUp(house, told, reader, cookie, n, seen)
  for (const order of [...ORDERS, ...Array.from({ length: PER_READER }, () => `进度 ${pick(random, told.tickets).label}`)]) {
    await house.say({ person: reader.id }, reader.id, order)
    seen.words++
  }
}

/** All that the bot has said or is about to say to anybody, in groups and one-to-one. */
async function lookAtAllSaid(house: OpenHouse, told: Told, seen: Seen): Promise<void> {
  const said = await house.rows(`SELECT conversation, text FROM "Message" WHERE "personId" IS NULL
    UNION ALL SELECT conversation, text FROM "Notice" UNION ALL SELECT conversation, text FROM "Post"`)
  for (const { conversation, text } of said) {
    seen.said++
    const place = String(conversation)
    const reader = told.roster.people.get(place.slice(2))
    if (place.startsWith('p:') && reader) look(told, reader, 'what the bot said', String(text), seen)
    else for (const canary of canariesIn(String(text))) if (!told.isPublic(canary)) seen.wrong.push(`${place} is told ${canary}`)
  }
}

export async function proveItPrivate(
  house: OpenHouse,
  size: number,
  say: (line: string) => void,
): Promise<Seen & { told: Told; readers: number }> {
  const random = randomOf(53)
  const seen: Seen = { pages: 0, words: 0, said: 0, met: 0, wrong: [], unmet: [] }
  const told = await tellMatters(house, size, say)
  const readers = readersOf(told)
  say(`${told.canaries.size} of ${size} words in ${told.tickets.length} matters, ${readers.length} readers`)
  // Each matter is looked up by some of them, another few each time.
  for (const [at, reader] of readers.entries()) {
    const mine = told.tickets.flatMap((_, n) => ((n + at) % Math.ceil(readers.length / PER_READER) === 0 ? [n] : []))
    await readAs(house, told, reader, mine, random, seen)
    if (at % 10 === 9) say(`${at + 1} have read ${seen.pages} pages, met ${seen.met}`)
  }
  await house.settle()
  await lookAtAllSaid(house, told, seen)
  if (canariesIn(house.log.join('\n')).length > 0) seen.wrong.push('the log')
  const metrics = await house.knock({ path: '/metrics', headers: { cookie: await house.operator() } })
  if (canariesIn(metrics.text).length > 0) seen.wrong.push('the metrics')
  return { ...seen, told, readers: readers.length }
}

export const privacy: Proof = {
  name: 'privacy',
  promises:
    'private stays private: pages, lists, search, orders, digests, posts, log and metrics tell a matter to whom it concerns, and to nobody else',
  owed: 10_000,
  run: (size, say) =>
    inHouse(async (house) => {
      const { wrong, unmet, told, ...read } = await proveItPrivate(house, size, say)
      for (const it of [...wrong.slice(0, 20), ...unmet.slice(0, 20).map((who) => `not shown: ${who}`)]) say(it)
      return {
        kept: wrong.length + unmet.length === 0 && read.met > told.canaries.size && told.canaries.size > size / 2,
        figures: {
          ...{ told: size, matters: told.tickets.length, 'words in them': told.canaries.size, ...read },
          ...{ 'not shown to whom they concern': unmet.length, 'seen by others': wrong.length },
        },
      }
    }),
}
