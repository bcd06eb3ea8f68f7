import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from '../support/town.ts'
import { unsureSentence } from '../support/unsure.ts'

const VILLAGE = '坪头村'
let town: Town
let group: string
let residents: SandboxPerson[]
let clerk: SandboxPerson
let leader: SandboxPerson

const some = (people: SandboxPerson[]): SandboxPerson => {
  const [first] = people
  if (!first) throw new Error('nobody')
  return first
}
interface Row {
  text: string
  kind: string
  duty: string | null
  source: string
  byId: string
  rank: string
}
const examples = () => town.rows<Row>('SELECT text, kind, duty, source, "byId", rank FROM "Example" ORDER BY at, id')
const last = async () => (await examples()).at(-1)
async function report(n: number, text: string): Promise<string> {
  await town.say(group, some(residents.slice(n)).id, text)
  await town.settle()
  const [ticket] = await town.tickets(`village=${encodeURIComponent(VILLAGE)}`)
  return ticket?.number ?? ''
}
async function tell(person: SandboxPerson, text: string): Promise<string> {
  await town.tell(person.id, text)
  await town.settle()
  return (await town.lastWord(person.id)) ?? ''
}
const posts = async () => (await town.heardIn(group)).filter((m) => m.from.bot).length

beforeAll(async () => {
  town = await startTown({ ASK_AT: '0', OPEN_AT: '0.5' })
  group = (await town.group(VILLAGE)).id
  const of = (role: string) => town.people(`role=${role}&village=${encodeURIComponent(VILLAGE)}`)
  residents = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
  clerk = some(await of('clerk'))
  leader = some((await of('leader')).filter((p) => p.roles.some((r) => r.grid === 'V01')))
})
afterAll(() => town.close())

describe('不是事', () => {
  it('closes it in one word, says nothing in the group, and teaches', async () => {
    const number = await report(0, '三社路口的路灯又不亮了，张建国打13912345678也没人接')
    const before = await posts()
    expect(await tell(clerk, `不是事 ${number}`)).toBe(`【${number}】好的，当作平常说话，不办了。`)
    expect(await town.ticket(number)).toMatchObject({ status: 'rejected', stage: 'archive' })
    expect((await town.tickets()).find((t) => t.number === number)).toMatchObject({ status: 'rejected' })
    expect((await town.tickets('open=true')).map((t) => t.number)).not.toContain(number)
    expect(await posts()).toBe(before)
    expect(await last()).toMatchObject({ kind: 'none', duty: null, source: 'not-a-matter', byId: clerk.id, rank: 'village' })
    expect((await last())?.text).not.toMatch(/13912345678/u)
    expect(await town.lastWord(some(residents).id)).toContain('当作平常说话')
  })

  it('is told to the owner, who need not mind it any more', async () => {
    const number = await report(1, '二社水渠堵了，浇不上地')
    const { owner } = await town.ticket(number)
    await tell(leader, `不是事 ${number}`)
    expect(await town.lastWord(owner?.id ?? '')).toContain('您不用管了')
  })

  it('is forgotten with 撤销, and the matter goes on', async () => {
    const number = await report(2, '一社的垃圾箱满了没人清运')
    const before = (await examples()).length
    await tell(clerk, `不是事 ${number}`)
    expect(await examples()).toHaveLength(before + 1)
    await tell(clerk, '撤销')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
    expect(await examples()).toHaveLength(before)
  })

  it('is learnt from in the night', async () => {
    const rows = await town.rows<{ at: Date; doneAt: Date | null }>(`SELECT at, "doneAt" FROM "Due" WHERE job = 'retrain'`)
    for (const { at } of rows) expect(at.toISOString()).toMatch(/T18:30:00.000Z$/u)
    expect(rows.filter((r) => r.doneAt === null)).toHaveLength(1)
  })

  it('by a resident does nothing and teaches nothing', async () => {
    const number = await report(3, '四社桥头的护栏断了')
    const before = await examples()
    for (const text of [`不是事 ${number}`, '不是事', `改类 ${number} 邻里事`]) await tell(some(residents.slice(4)), text)
    expect(await town.ticket(number)).toMatchObject({ status: 'open', kind: 'village' })
    expect(await examples()).toEqual(before)
  })

  it('among people is talk', async () => {
    const open = (await town.tickets('open=true')).length
    await town.say(group, clerk.id, '不是事')
    await town.settle()
    expect(await town.tickets('open=true')).toHaveLength(open)
  })
})

describe('a cadre’s other words', () => {
  it('改类 teaches the class it was given', async () => {
    const number = await report(5, '五社的自来水停了')
    await tell(leader, `改类 ${number} 路灯`)
    expect(await last()).toMatchObject({ kind: 'village', duty: 'V-LAMP', source: 'reclassified', byId: leader.id, rank: 'office' })
  })

  it('合并 teaches that it is what the other is, 拆分 that it is not', async () => {
    const into = await report(0, '六社路口的路灯灭了')
    const from = await report(1, '六社路口的路灯坏了，晚上黑得很')
    await tell(clerk, `合并 ${from} 到 ${into}`)
    const { duty } = await town.ticket(into)
    expect(await last()).toMatchObject({ text: '六社路口的路灯坏了,晚上黑得很', duty, source: 'merged' })
    await tell(clerk, `拆分 ${from}`)
    expect(await last()).toMatchObject({ text: '六社路口的路灯坏了,晚上黑得很', source: 'split' })
  })
})

it('what happens in danger at home teaches nothing', async () => {
  const number = await report(6, '我男人又喝酒打我，我和娃不敢回家')
  const before = await examples()
  const [duty] = await town.people('role=duty')
  await tell(some(duty ? [duty] : []), `改类 ${number} 低保`)
  expect(await town.ticket(number)).toMatchObject({ duty: 'H-DIBAO' })
  expect(await examples()).toEqual(before)
})

describe('the clerk’s list', () => {
  it.each([
    ['都不是', 'clerk-no', 'none'],
    ['1', 'clerk-yes', null],
  ])('teaches with %s', async (word, source, kind) => {
    const asking = await startTown()
    const speaker = some(residents).id
    await asking.say(group, speaker, unsureSentence())
    await asking.settle()
    await asking.advance('PT3H10M')
    expect(await asking.lastWord(clerk.id)).toContain('这几句像是有事')
    await asking.tell(clerk.id, word)
    await asking.settle()
    expect(await asking.rows('SELECT kind, source, "byId" FROM "Example"')).toMatchObject([
      { source, byId: clerk.id, ...(kind && { kind }) },
    ])
    await asking.close()
  })
})
