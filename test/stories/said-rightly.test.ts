import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { callAgain } from '../../src/wording/emergencies.ts'
import { first, startVillage, type Village } from '../support/village.ts'

let village: Village
beforeAll(async () => {
  village = await startVillage('林家沟村')
})
afterAll(() => village.town.close())

const image = { name: 'photo.jpg', base64: '/9j/4AAQSkZJRg==' }
const ownerOf = async (t: SandboxTicket): Promise<string> => (await village.now(t)).owner?.id ?? ''

describe('a reporter is told the truth of the day', () => {
  it('改类 that moves it names the new day', async () => {
    const t = await village.tell(first(village.residents), '三社路口的路灯不亮了')
    await village.ask(village.clerk, `改类 ${t.number} 邻里事`)
    const now = await village.now(t)
    expect(now.completeBy).not.toBe(t.completeBy)
    const day = `${Number(now.completeBy.slice(5, 7))}月${Number(now.completeBy.slice(8, 10))}日`
    const said = (await village.wordsTo(first(village.residents))).at(-1)
    expect(said).toContain(`${day}（`)
    expect(said).not.toContain('时间不变')
  })

  it('a transfer leaves it, and says so', async () => {
    const t = await village.tell(first(village.residents, 1), '四社的水渠堵了浇不上地')
    await village.ask(await ownerOf(t), `转 ${t.number} ${village.mediator.name}`)
    expect((await village.wordsTo(first(village.residents, 1))).at(-1)).toContain('时间不变')
  })
})

describe('接 said twice', () => {
  it('is one act, so that 撤销 gives the matter back', async () => {
    const t = await village.tell(first(village.residents, 2), '五社的垃圾箱满了没人清运')
    const before = await ownerOf(t)
    const keeper = village.keepers.find((k) => k.id !== before) ?? village.clerk
    await village.ask(keeper, `接 ${t.number}`)
    expect(await village.ask(keeper, `接 ${t.number}`)).toContain(`${keeper.name}接了`)
    expect((await village.now(t)).history.filter((h) => h.what === '接了')).toHaveLength(1)
    expect(await village.ask(keeper, '撤销')).toContain('已撤销')
    expect(await village.now(t)).toMatchObject({ stage: 'triage', owner: { id: before } })
  })
})

describe('a photograph by whoever does the work', () => {
  it('before and after goes to the matter, and nobody is said to have been told of their own', async () => {
    const t = await village.tell(first(village.residents, 3), '二社的水管漏了一地')
    const owner = await ownerOf(t)
    await village.ask(owner, `接 ${t.number}`)
    expect(await village.ask(owner, '', { image })).toBe(`【${t.number}】记下了。`)
    await village.ask(owner, `办结 ${t.number} 换了接头`)
    expect(await village.ask(owner, '', { image })).toBe(`【${t.number}】记下了。`)
    expect((await village.now(t)).history.filter((h) => h.what === '补充')).toHaveLength(2)
    expect((await village.now(t)).status).toBe('resolved')
  })
})

describe('a supervised matter that waits', () => {
  it('is told its leader with the day and the whole reason', async () => {
    const t = await village.tell(first(village.residents, 4), '六社的路面塌了一个坑')
    await village.ask(village.leader, `督办 ${t.number}`)
    await village.ask(village.secretary, `挂账 ${t.number} 12月20日 等石料`)
    expect((await village.wordsTo(village.leader)).at(-1)).toMatch(/督办的.+挂账到12月20日（周.），要等石料。$/u)
  })
})

it.each([
  [45, '45分钟'],
  [120, '2小时'],
  [195, '3小时15分钟'],
  [1440, '24小时'],
])('%s minutes without an answer are said as %s', (minutes, words) => {
  const call = { label: '坪07', danger: 'fire', sensitivity: null, place: '坪头村', who: '周德福', phone: null, text: '着火了' } as const
  expect(callAgain(call, '赵强', minutes)).toContain(`赵强${words}还没回应`)
})
