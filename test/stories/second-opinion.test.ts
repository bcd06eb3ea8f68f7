import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPerson, SandboxTicketWhole } from '../../src/ports/sandbox.ts'
import { chance, injections, obeying } from '../support/hostile.ts'
import { type Answer, judged, type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { startTown, type Town } from '../support/town.ts'

const VILLAGE = '坪头村'
let double: ModelDouble
let town: Town
let group: string
let residents: SandboxPerson[]
let clerk: SandboxPerson

const some = (people: SandboxPerson[]): SandboxPerson => {
  const [first] = people
  if (!first) throw new Error('nobody')
  return first
}
const agreeing = judged({ kind: 'village', duty: 'V-LAMP', title: '路灯不亮', words: ['路灯'] })

beforeAll(async () => {
  double = await startModelDouble()
  town = await startTown({
    LLM_BASE_URL: double.url,
    LLM_API_KEY: 'k',
    LLM_MODEL: 'm',
    LLM_WHEN: 'always',
    LLM_PER_PERSON: '9',
    LLM_PER_DAY: '1000',
    REPORT_WINDOW_SECONDS: '0',
  })
  group = (await town.group(VILLAGE)).id
  const of = (role: string) => town.people(`role=${role}&village=${encodeURIComponent(VILLAGE)}`)
  residents = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
  clerk = some(await of('clerk'))
})
afterAll(async () => {
  await town.close()
  await double.close()
})
beforeEach(() => {
  double.heard.length = 0
})

const calls = () =>
  town.rows<{ outcome: string; asked: string; judgement: { version?: string } | null }>(
    'SELECT outcome, asked, judgement FROM "ModelCall" ORDER BY "askedAt" DESC, id',
  )
const newest = async (): Promise<SandboxTicketWhole> => {
  const [ticket] = await town.tickets(`village=${encodeURIComponent(VILLAGE)}`)
  if (!ticket) throw new Error('no ticket')
  return town.ticket(ticket.number)
}
const posts = async () => (await town.heardIn(group)).filter((m) => m.from.bot).map((m) => m.text)
async function tell(n: number, text: string, answer: Answer): Promise<SandboxTicketWhole> {
  double.answers(() => answer)
  await town.say(group, some(residents.slice(n)).id, text)
  await town.settle()
  return newest()
}
const of = (ticket: SandboxTicketWhole, person: string | undefined) =>
  ticket.notices.filter((n) => n.to.person === person).map((n) => n.text)

describe('a second opinion', () => {
  it('that agrees changes nothing and is heard by nobody', async () => {
    const ticket = await tell(0, '一社路口的路灯不亮了', agreeing)
    expect(double.heard).toHaveLength(1)
    expect(ticket.history.map((h) => h.what)).toEqual(['登记'])
    expect(await calls()).toMatchObject([{ outcome: 'agrees', asked: 'read-talk.v1 m', judgement: { version: 'read-talk.v1 m' } }])
  })

  it('that it is more private is applied; owners and reporter are told, the group is not', async () => {
    const before = (await posts()).length
    const ticket = await tell(
      1,
      '二社老水塔边的路灯不亮了',
      judged({ kind: 'household', duty: 'H-DIBAO', title: '老水塔边路灯', words: ['老水塔'] }),
    )
    expect(ticket).toMatchObject({ kind: 'household', duty: 'H-DIBAO', private: true, title: '老水塔边路灯' })
    expect(ticket.history.map((h) => h.what)).toEqual(['登记', '更正'])
    expect(of(ticket, ticket.owner?.id).at(-1)).toContain(ticket.number)
    expect(of(ticket, some(residents.slice(1)).id).at(-1)).toMatch(/不会在群里说。$/u)
    expect(await posts()).toHaveLength(before + 1)
    expect((await calls())[0]?.outcome).toMatch(/^amended: kind, duty/u)
  })

  it('that it would be public is only told to the owner', async () => {
    const ticket = await tell(2, '隔壁把地界石往我家地里挪了半米', judged({ kind: 'village', duty: 'V-LAND', title: '地界', words: [] }))
    expect(ticket).toMatchObject({ kind: 'neighbour', private: true })
    expect(of(ticket, ticket.owner?.id).at(-1)).toMatch(/像是村里事.*回“改类/u)
  })

  it('that it is no matter is told to the clerk, and closes nothing', async () => {
    const ticket = await tell(3, '三社的垃圾箱满了一个礼拜没人清运', judged({ kind: 'none' }))
    expect(ticket).toMatchObject({ status: 'open', kind: 'village' })
    expect(of(ticket, clerk.id).at(-1)).toContain(`回“不是事 ${ticket.number}”`)
  })

  it('of what was left alone puts it on the clerk’s list, from which it is opened', async () => {
    const before = (await town.tickets()).length
    await tell(4, '今天赶集的人真多，桥上都挤满了', judged({ kind: 'village', duty: 'V-BRIDGE', title: '桥上挤满', words: ['桥上'] }))
    expect(await town.tickets()).toHaveLength(before)
    await town.clockTo('2026-11-25T12:00:30+08:00')
    const list = (await town.lastWord(clerk.id)) ?? ''
    expect(list).toContain('“今天赶集的人真多，桥上都挤满了”')
    await town.tell(clerk.id, String(list.split('\n').findIndex((row) => row.includes('赶集'))))
    await town.settle()
    expect(await newest()).toMatchObject({ reporter: { id: some(residents.slice(4)).id } })
  })

  it('that somebody may be in danger makes no emergency, but the duty cadre looks', async () => {
    const ticket = await tell(5, '四社桥头的护栏断了', judged({ kind: 'village', duty: 'V-BRIDGE', danger: 'accident', words: [] }))
    expect(ticket).toMatchObject({ urgent: false, status: 'open' })
    const warned = ticket.notices.filter((n) => n.text.includes('可能现在就有危险'))
    expect(warned.length).toBeGreaterThan(0)
    expect(warned.every((n) => n.to.group === undefined)).toBe(true)
  })

  it('comes after the ticket, and not before a cadre’s own word', async () => {
    let say = (_: Answer): void => {}
    double.answers(
      () =>
        new Promise<Answer>((done) => {
          say = done
        }),
    )
    const count = (await town.tickets()).length
    await town.say(group, some(residents.slice(6)).id, '五社的自来水停了')
    // The clock of the house ticks by itself: the ticket is there while the model still thinks.
    while ((await town.tickets()).length === count || double.heard.length === 0) await new Promise((done) => setTimeout(done, 50))
    const { number, owner } = await newest()
    await town.tell(owner?.id ?? '', `改类 ${number} 垃圾`)
    while ((await town.ticket(number)).duty !== 'V-WASTE') await new Promise((done) => setTimeout(done, 50))
    say(judged({ kind: 'village', duty: 'V-ROAD', title: '五社自来水', words: [] }))
    await town.settle()
    expect(await town.ticket(number)).toMatchObject({ duty: 'V-WASTE' })
  })

  it('that fails leaves the local one, and that is on record', async () => {
    const ticket = await tell(7, '六社的水渠堵了，浇不上地', { status: 503, type: 'text/plain', body: '' })
    expect(ticket).toMatchObject({ kind: 'village', status: 'open' })
    expect((await calls())[0]?.outcome).toBe('failed: busy')
  })
})

describe('what never leaves', () => {
  it('is danger at home', async () => {
    await tell(0, '我男人又喝酒打我，我和娃不敢回家', agreeing)
    expect(double.heard).toEqual([])
  })

  it('is anybody’s name or number', async () => {
    const { name } = some(residents.slice(1))
    await tell(1, `${name}家门口的路灯也不亮，电话13912345678`, agreeing)
    expect(double.heard).toHaveLength(1)
    expect(double.heard[0]?.text).toContain('路灯也不亮')
    expect(JSON.stringify(double.heard)).not.toMatch(new RegExp(`13912345678|${name}`, 'u'))
  })

  it('is more than the budget of one person', async () => {
    for (let i = 0; i < 10; i++) await tell(4, `${'一二三四五六七八九十'[i]}社的水管冻裂了`, agreeing)
    expect(double.heard.length).toBeLessThan(10)
    expect((await calls())[0]?.outcome).toBe('over the budget of the person')
  })
})

it('obeys nobody through an obedient model: no ticket is closed, nothing is posted that a report ordered', async () => {
  const c = chance(7)
  double.answers(({ text }) => ({ says: obeying(text, c) }))
  const open = (await town.tickets('open=true')).length
  for (const [i, { text }] of injections(40, 11).entries()) await town.say(group, some(residents.slice(i % residents.length)).id, text)
  await town.settle()
  expect((await town.tickets('open=true')).length).toBeGreaterThanOrEqual(open)
  for (const post of await posts()) expect(post).not.toMatch(/@所有人|@all|evil|13912345678|李小燕偷钱/iu)
})
