import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderName } from '../../src/domain/order-name.ts'
import { ROLES } from '../../src/domain/people.ts'
import { type Sight, sightOf } from '../../src/domain/sight.ts'
import { type ActForm, FORMS } from '../../src/office/forms.ts'
import { sentenceOf } from '../../src/office/sentence.ts'
import type { SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'
import { chatOracle, type Oracle } from '../support/chat-oracle.ts'
import { atDesk } from '../support/desk.ts'
import { type Office, officeOf } from '../support/office.ts'
import { startTown, type Town } from '../support/town.ts'
import { first, type Village, villageOf } from '../support/village.ts'

const OWN = '坪头村'
const FOREIGN = '河口村'

const EVERY = 4
/** Both hand a matter on; one of them is shown. */
const ALIKE: Partial<Record<OrderName, readonly OrderName[]>> = { 转: ['转', '派'], 派: ['转', '派'] }
/** 合并 asks for rights on the other matter as well, 转 for the matter in hand. */
const HANGS_ON_MORE: readonly OrderName[] = ['合并', '转', '派']

interface Somebody {
  who: string
  person: SandboxPerson
  office: Office
}
interface Told {
  what: string
  ticket: SandboxTicket
  words: string
}

let town: Town
let village: Village
let oracle: Oracle
let cast: Somebody[]
let matters: Told[]

/** One of each role, of the matter's own grid and of another, and a leader and a duty cadre of the whole town. */
async function everybody(): Promise<Somebody[]> {
  const found: Somebody[] = []
  for (const place of [OWN, FOREIGN])
    for (const role of ROLES.filter((r) => r !== 'resident')) {
      const [person] = await town.people(`role=${role}&village=${encodeURIComponent(place)}`)
      if (person) found.push({ who: `${role} of ${place}`, person, office: await officeOf(town, person.id) })
    }
  for (const role of ['duty', 'leader']) {
    const person = (await town.people(`role=${role}`)).find((p) => p.roles.some((r) => r.grid === 'jifeng'))
    if (person) found.push({ who: `${role} of the town`, person, office: await officeOf(town, person.id) })
  }
  return found
}

beforeAll(async () => {
  town = await startTown()
  village = await villageOf(town, OWN)
  const [a, b, c, d, e] = village.residents
  const told = async (what: string, who: SandboxPerson | undefined, words: string): Promise<Told> => {
    if (!who) throw new Error('nobody to tell it')
    return { what, words, ticket: await village.tell(who, words) }
  }
  matters = [
    await told('a village matter', a, '三社路口的路灯又不亮了'),
    await told('a matter between neighbours', b, '邻居老吴占了我家的地界，说了几回都不听'),
    await told('a household matter', c, '我家低保的材料交了两个月还没有消息'),
    await told('a complaint about a cadre', d, `文书${village.clerk.name}办事收了我家的烟酒`),
    await told('a matter whose extension was asked for', e, '二社水渠堵了，水漫到路上了'),
  ]
  const asked = first(matters, 4).ticket
  await town.tell(asked.owner?.id ?? '', `接 ${asked.number}`)
  await town.tell(asked.owner?.id ?? '', `延期 ${asked.number} 三天 等配件`)
  await town.settle()
  cast = await everybody()
  oracle = await chatOracle(town.databaseUrl)
})
afterAll(async () => {
  await oracle.close()
  await town.close()
})

/** Fields as somebody would fill them in. */
function said({ order }: ActForm, { ticket }: Told, { person }: Somebody): string {
  const colleague = [village.secretary, village.mediator, village.clerk].find((p) => p.id !== person.id && p.id !== ticket.owner?.id)
  const into = matters.find((m) => m.what === 'a village matter' && m.ticket.number !== ticket.number) ?? first(matters, 4)
  const all = {
    person: `${OWN}${colleague?.name}`,
    kind: ticket.kind === 'village' ? '邻里事' : '村里事',
    into: into.ticket.number,
    day: '2026-12-18',
    note: '去看过了',
  }
  const form = FORMS.find((f) => f.order === order)
  const wanted = [...(form?.needs ?? []), ...(form?.takes ?? [])].filter((field) => field !== 'photo')
  return sentenceOf(order, ticket.number, Object.fromEntries(wanted.map((field) => [field, all[field]])))
}

/** The steps that a page offers. */
const offeredOn = (page: string): Set<string> => new Set([...page.matchAll(/\/do\/([^"?]+)/gu)].map((m) => decodeURIComponent(m[1] ?? '')))

const pageOf = ({ ticket }: Told): string => `/office/m/${encodeURIComponent(ticket.number)}`

describe('the rights of the office page', () => {
  it('show of each matter to each role what chat would: all of it, its outline, or nothing', async () => {
    const wrong: string[] = []
    const sights = await atDesk(town.databaseUrl, async (desk) => {
      const found = new Map<string, Sight>()
      for (const { ticket: told } of matters) {
        const [ticket] = await desk.tickets({ words: told.number, limit: 1 })
        for (const { person: of } of cast) {
          const person = desk.roster.people.get(of.id)
          if (ticket && person) found.set(`${of.id} ${told.number}`, sightOf(desk.roster, person, ticket, await desk.followers(ticket.id)))
        }
      }
      return found
    })
    for (const somebody of cast)
      for (const matter of matters) {
        const sight = sights.get(`${somebody.person.id} ${matter.ticket.number}`)
        const answer = await somebody.office.get(pageOf(matter))
        const page = await answer.text()
        const seen = answer.status === 404 ? 'none' : page.includes(matter.words) ? 'all' : 'outline'
        if (seen !== sight) wrong.push(`${somebody.who} sees ${seen} of ${matter.what}, not ${sight}`)
        if (sight !== 'all' && page.includes(matter.ticket.title)) wrong.push(`${somebody.who} reads the title of ${matter.what}`)
      }
    expect(wrong).toEqual([])
  })

  it('offer each step to each role where chat would do it, and nowhere else', async () => {
    const wrong: string[] = []
    for (const [i, somebody] of cast.entries())
      for (const [j, matter] of matters.entries()) {
        const page = await somebody.office.get(pageOf(matter))
        const offered = offeredOn(page.status === 200 ? await page.text() : '')
        // What is offered is tried, and of the rest every fourth, others for everybody.
        const tried = FORMS.filter((form, n) => offered.has(form.order) || (n + i + j) % EVERY === 0)
        for (const form of tried) {
          const does = await oracle.moves(somebody.person.id, matter.ticket.number, said(form, matter, somebody))
          const isOffered = ALIKE[form.order]?.some((order) => offered.has(order)) ?? offered.has(form.order)
          if (does && !isOffered) wrong.push(`${somebody.who} may in chat, ${form.order} of ${matter.what}`)
          if (isOffered && !does && !HANGS_ON_MORE.includes(form.order))
            wrong.push(`${somebody.who} may not in chat, ${form.order} of ${matter.what}`)
        }
      }
    expect(wrong).toEqual([])
  })

  it('let nobody do by hand what is not offered', async () => {
    const wrong: string[] = []
    let n = 0
    for (const somebody of cast)
      for (const matter of matters) {
        const answer = await somebody.office.get(pageOf(matter))
        const offered = answer.status === 200 ? offeredOn(await answer.text()) : new Set<string>()
        const form = FORMS.filter((f) => !offered.has(f.order) && f.order !== '转' && f.order !== '派')[n % 4]
        if (!form) continue
        n += 1
        const before = await town.ticket(matter.ticket.number)
        const fields = {
          id: `by-hand-${n}-of`,
          person: `${OWN}${village.secretary.name}`,
          kind: '邻里事',
          into: '坪99',
          day: '2026-12-18',
          note: '看过',
        }
        const status = (await somebody.office.post(`${pageOf(matter)}/do/${encodeURIComponent(form.order)}`, fields)).status
        const after = await town.ticket(matter.ticket.number)
        const { stage, status: state, owner, completeBy, kind } = after
        if (
          JSON.stringify([stage, state, owner, completeBy, kind]) !==
          JSON.stringify([before.stage, before.status, before.owner, before.completeBy, before.kind])
        )
          wrong.push(`${somebody.who} did ${form.order} to ${matter.what}`)
        if (answer.status === 404 && status !== 404) wrong.push(`${somebody.who} learns by ${form.order} of ${matter.what}`)
      }
    expect(wrong).toEqual([])
  })

  it('say nothing of a matter on any page to whom it does not exist', async () => {
    const wrong: string[] = []
    for (const { who, office } of cast) {
      const home = await office.read('/office')
      const nav = /<nav.*?<\/nav>/su.exec(home)?.[0] ?? ''
      const paths = [...nav.matchAll(/href="([^"]+)"/gu)].map((m) => m[1] ?? '')
      for (const path of paths) {
        const answer = await office.get(path)
        if (answer.status !== 200) wrong.push(`${who} gets ${answer.status} from ${path}`)
        const page = await answer.text()
        for (const matter of matters) {
          const sees = (await office.get(pageOf(matter))).status
          if (sees === 404 && (page.includes(matter.ticket.title) || page.includes(matter.words)))
            wrong.push(`${who} reads ${matter.what} on ${path}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
