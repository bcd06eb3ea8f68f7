import { z } from 'zod'
import type { Person } from '../../src/domain/people.ts'
import { sightOf } from '../../src/domain/sight.ts'
import { isPrivate, type Ticket } from '../../src/domain/ticket.ts'
import { inventMatters } from '../measure/invented-matters.ts'
import { pick, type Random, randomOf } from '../platform-calls.ts'
import { inHouse, type OpenHouse } from './open-house.ts'
import type { Proof } from './proof.ts'
import { openSayings } from './sayings.ts'

/** Each matter's text holds a word and its number that stand nowhere else. */
const CANARY = /密语(\d+)。/gu
const ROLES = ['keeper', 'clerk', 'secretary', 'mediator', 'supervisor', 'leader', 'duty']
const VILLAGES = ['坪头村', '河口村']
const PAGES = 12
const ORDERS = ['待办', '日报', '周报', '月报', '统计', '待定', '查 路灯', '台账']

const Groups = z.array(z.object({ id: z.string() }))

const canariesIn = (text: string): number[] => [...text.matchAll(CANARY)].map(([, n]) => Number(n))

interface Reader {
  id: string
  may(n: number): boolean
}

async function readersOf(
  house: OpenHouse,
  matters: readonly Ticket[],
  people: ReadonlyMap<string, Person>,
  sees: (p: Person, t: Ticket) => boolean,
) {
  const readers: Reader[] = []
  for (const role of ROLES)
    for (const village of [...VILLAGES, null]) {
      const found = await house.people(`role=${role}${village === null ? '' : `&village=${encodeURIComponent(village)}`}`)
      const person = people.get((village === null ? found.at(-1) : found[0])?.id ?? '')
      if (!person) continue
      readers.push({ id: person.id, may: (n) => matters[n] !== undefined && sees(person, matters[n]) })
    }
  return readers
}

/** Every page that leads from the first one, as far as so many; then searches and matters by their numbers. */
async function* pagesOf(house: OpenHouse, cookie: string, matters: readonly Ticket[], random: Random): AsyncGenerator<[string, string]> {
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
  for (let n = 0; n < PAGES; n++) {
    const { label } = pick(random, matters)
    const path = n % 2 === 0 ? `/office/m/${encodeURIComponent(label)}` : `/office/matters?q=${encodeURIComponent(`密语${n}`)}`
    yield [path, (await house.knock({ path, headers: { cookie } })).text]
  }
}

export async function proveItPrivate(house: OpenHouse, size: number, say: (line: string) => void) {
  const random = randomOf(53)
  const sayings = await openSayings(house)
  const wrong: string[] = []
  const read = { pages: 0, words: 0, posts: 0, canaries: 0 }
  try {
    const { matters, readers } = await sayings.atDesk(async (desk) => {
      const made = inventMatters(desk.roster, size, desk.now)
      for (const matter of made) await desk.writeTicket(null, matter)
      const { roster } = desk
      const sees = (person: Person, t: Ticket) => sightOf(roster, person, t) === 'all'
      return { matters: made, readers: await readersOf(house, made, roster.people, sees) }
    })
    say(`${matters.length} matters, ${readers.length} readers`)
    const look = (reader: Reader, where: string, text: string): void => {
      for (const n of canariesIn(text)) {
        read.canaries++
        if (!reader.may(n)) wrong.push(`${reader.id} reads of ${matters[n]?.label} at ${where}`)
      }
    }
    for (const reader of readers) {
      const cookie = await house.office(reader.id)
      if (cookie === null) continue
      for await (const [path, text] of pagesOf(house, cookie, matters, random)) {
        read.pages++
        look(reader, path, text)
      }
      for (const order of [...ORDERS, ...Array.from({ length: 4 }, () => `进度 ${pick(random, matters).label}`)])
        await house.say({ person: reader.id }, reader.id, order)
      await house.settle()
      const { text } = await house.knock({ path: `/sandbox/api/people/${reader.id}/messages` })
      read.words += ORDERS.length + 4
      look(reader, 'one-to-one', text)
    }
    const groups = Groups.parse(JSON.parse((await house.knock({ path: '/sandbox/api/groups' })).text))
    for (const { id } of groups) {
      const { text } = await house.knock({ path: `/sandbox/api/groups/${id}/messages` })
      read.posts++
      for (const n of canariesIn(text)) if (matters[n] && isPrivate(matters[n])) wrong.push(`a group reads of ${matters[n].label}`)
    }
    if (canariesIn(house.log.join('\n')).length > 0) wrong.push('the log')
    const metrics = await house.knock({ path: '/metrics', headers: { cookie: await house.operator() } })
    if (canariesIn(metrics.text).length > 0) wrong.push('the metrics')
  } finally {
    await sayings.close()
  }
  return { wrong, read }
}

export const privacy: Proof = {
  name: 'privacy',
  promises: 'private stays private: pages, lists, search, orders, digests, posts, log and metrics tell a matter to whom it concerns only',
  owed: 10_000,
  run: (size, say) =>
    inHouse(async (house) => {
      const { wrong, read } = await proveItPrivate(house, size, say)
      for (const it of wrong.slice(0, 20)) say(it)
      return { kept: wrong.length === 0 && read.canaries > 0, figures: { matters: size, ...read, 'seen by others': wrong.length } }
    }),
}
