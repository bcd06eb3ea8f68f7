import { matterPath } from '../../src/domain/office-path.ts'
import type { Person } from '../../src/domain/people.ts'
import { officesReach, villageOf } from '../../src/domain/roster.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { pick, type Random, randomOf } from '../platform-calls.ts'
import { canariesIn } from './canaries.ts'
import { inHouse, type OpenHouse } from './open-house.ts'
import type { Proof } from './proof.ts'
import { type Told, tellMatters } from './told-matters.ts'

const PAGES = 12
const LISTS = '/office/matters'
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

/** Somebody of each role in each village of which something was told, and of the whole town. */
function readersOf({ roster, tickets }: Told): Person[] {
  const told = new Set(tickets.map((t) => t.village))
  const readers = new Map<string, Person>()
  for (const person of roster.people.values())
    for (const { role, grid } of person.roles) {
      const village = villageOf(roster, grid)
      const post = `${role} ${village}`
      if (role !== 'resident' && (village === null || told.has(village)) && !readers.has(post)) readers.set(post, person)
    }
  return [...new Set(readers.values())]
}

/** Each matter is looked up by one who may read it, by one who holds an office over it and may not, and by one from elsewhere. */
function lookUps(told: Told, readers: readonly Person[]): Map<Person, Ticket[]> {
  const all = new Map<Person, Ticket[]>(readers.map((reader) => [reader, []]))
  const reach = new Map(readers.map((reader) => [reader, new Set(officesReach(told.roster, reader))]))
  for (const [n, ticket] of told.tickets.entries()) {
    const turned = [...readers.slice(n % readers.length), ...readers.slice(0, n % readers.length)]
    const isOver = (reader: Person) => reach.get(reader)?.has(ticket.village) ?? false
    const may = turned.find((reader) => told.sight(reader, ticket) === 'all')
    const near = turned.find((reader) => isOver(reader) && told.sight(reader, ticket) !== 'all')
    const far = turned.find((reader) => !isOver(reader) && told.sight(reader, ticket) !== 'all')
    for (const reader of [may, near, far]) if (reader) all.get(reader)?.push(ticket)
  }
  return all
}

/** Every page that leads from the first one, as far as so many. */
async function walk(house: OpenHouse, random: Random, read: (path: string) => Promise<string>): Promise<void> {
  const waiting = house.routes.filter((r) => r.method === 'GET' && r.url.startsWith('/office') && !/[:*]/u.test(r.url)).map((r) => r.url)
  const seen = new Set(waiting)
  for (let n = 0; n < PAGES; n++) {
    const at = Math.floor(random() * waiting.length)
    const path = waiting.splice(at, 1)[0]
    if (path === undefined) break
    const text = await read(path)
    for (const [, href = ''] of text.matchAll(/href="(\/office[^"#]*)"/gu)) {
      const next = href.replaceAll('&amp;', '&')
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
}

const nameOf = (reader: Person): string => `${reader.id} (${reader.roles.map((r) => `${r.role} ${r.grid}`).join()})`

function look(told: Told, reader: Person, where: string, text: string, seen: Seen): void {
  for (const canary of canariesIn(text))
    if (told.mayRead(reader, canary)) seen.met++
    else seen.wrong.push(`${nameOf(reader)} reads ${canary} at ${where}`)
}

/** A list says of a matter that there is one: to nobody for whom there is none. */
function lookAtList(told: Told, reader: Person, where: string, text: string, seen: Seen): void {
  for (const [, href = ''] of text.matchAll(/href="(\/office\/m\/[^"/?#]+)"/gu)) {
    const ticket = told.at(href)
    if (ticket && told.sight(reader, ticket) === 'none')
      seen.wrong.push(`${nameOf(reader)} is shown that there is ${ticket.label} at ${where}`)
  }
}

async function open(house: OpenHouse, told: Told, reader: Person, path: string, cookie: string, seen: Seen): Promise<string> {
  const { text } = await house.knock({ path, headers: { cookie } })
  seen.pages++
  // What was asked for stands in the field again.
  const asked = new URL(path, 'http://office').searchParams.get('q')
  const shown = asked ? text.replaceAll(`value="${asked}"`, '') : text
  look(told, reader, path, shown, seen)
  if (path.startsWith(LISTS)) lookAtList(told, reader, path, shown, seen)
  return text
}

/** A matter's own page, and what is found by its word. */
async function lookUp(house: OpenHouse, told: Told, reader: Person, cookie: string, ticket: Ticket, seen: Seen): Promise<void> {
  const [canary] = told.of(ticket.id)
  if (!canary) return
  const page = await open(house, told, reader, matterPath(ticket.label), cookie, seen)
  if (told.sight(reader, ticket) === 'all' && !page.includes(canary)) seen.unmet.push(`${reader.id} of ${ticket.label}`)
  await open(house, told, reader, `${LISTS}?q=${encodeURIComponent(canary)}`, cookie, seen)
}

async function readAs(house: OpenHouse, told: Told, reader: Person, matters: readonly Ticket[], random: Random, seen: Seen): Promise<void> {
  const cookie = await house.office(reader.id)
  if (cookie === null) return
  await walk(house, random, (path) => open(house, told, reader, path, cookie, seen))
  await open(house, told, reader, LISTS, cookie, seen)
  for (const ticket of matters) await lookUp(house, told, reader, cookie, ticket, seen)
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
  let read = 0
  for (const [reader, matters] of lookUps(told, readers)) {
    await readAs(house, told, reader, matters, random, seen)
    if (++read % 10 === 0) say(`${read} have read ${seen.pages} pages, met ${seen.met}`)
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
