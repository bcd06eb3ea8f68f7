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

describe('an open question', () => {
  it('does not take a mistyped order for its reason', async () => {
    const t = await village.tell(first(village.residents, 5), '一社的桥栏杆断了')
    const owner = await ownerOf(t)
    await village.ask(owner, `挂账 ${t.number} 12月20日`)
    expect(await village.ask(owner, `不受里 ${t.number}`)).toContain('是想说“不受理')
    await village.ask(owner, `不受理 ${t.number}`)
    expect(await village.ask(owner, `半结 ${t.number}`)).toContain('是想说“办结')
    expect((await village.now(t)).status).toBe('open')
    expect(await village.ask(owner, '归公路段管')).toContain('不受理')
    expect((await village.now(t)).status).toBe('rejected')
  })

  it('takes the date with its reason in one line', async () => {
    const t = await village.tell(first(village.residents, 6), '四社的水管爆了没人管')
    const owner = await ownerOf(t)
    await village.ask(owner, `挂帐 ${t.number}`)
    await village.ask(owner, '12月20日，等水管')
    expect(await village.now(t)).toMatchObject({ status: 'waiting' })
    expect((await village.wordsTo(first(village.residents, 6))).at(-1)).toContain('要等水管，12月20日')
  })

  it('is not answered by talk that begins with a day', async () => {
    const t = await village.tell(first(village.residents, 7), '五社的路面塌了一个坑')
    await village.ask(await ownerOf(t), `挂账 ${t.number}`)
    await village.ask(await ownerOf(t), '明天下雨呢')
    expect((await village.now(t)).status).toBe('open')
  })
})

describe('a matter that is said to be done', () => {
  it('waits for the reporter’s word, and the others read whose', async () => {
    const t = await village.tell(first(village.residents, 8), '二社路口的路灯不亮了')
    await village.ask(await ownerOf(t), `办结 ${t.number} 换了灯泡`)
    expect(await village.ask(village.secretary, `查 ${t.number}`)).toContain('等报的人一句话')
    expect(await village.ask(first(village.residents, 8), `进度 ${t.number}`)).toContain('等您一句话')
  })
})

describe('不公开 that comes with its matter', () => {
  it.each(['别说是我说的 河滩上有人半夜倒垃圾', '不要说我名字，六社的路灯全不亮了'])('%s', async (text) => {
    const who = first(village.residents, text.startsWith('别') ? 1 : 2)
    const before = (await village.tickets()).length
    const posts = (await village.posts()).length
    await village.ask(who, text)
    const opened = first(await village.tickets())
    expect((await village.tickets()).length).toBe(before + 1)
    expect(opened).toMatchObject({ private: true, reporter: { id: who.id } })
    expect(await village.posts()).toHaveLength(posts)
    expect(await village.wordsTo(who)).toContainEqual(expect.stringMatching(/您的名字只有.+知道/u))
    // Whoever has it must call; nobody else reads who told it.
    const { notices, owner } = await village.now(opened)
    expect(notices.filter((n) => n.text.includes(who.name)).map((n) => n.to.person)).toEqual([owner?.id])
  })

  it('is known to whoever has it next, for they must call', async () => {
    const who = first(village.residents, 4)
    await village.ask(who, '四社有人在河边乱倒建筑垃圾，别说是我说的')
    const t = first(await village.tickets())
    const next = first(village.keepers)
    await village.ask(village.secretary, `转 ${t.number} ${next.name}`)
    const { owner, notices } = await village.now(t)
    expect(owner?.id).not.toBe(t.owner?.id)
    expect(notices.filter((n) => n.to.person === owner?.id).at(-1)?.text).toContain(who.name)
  })

  it('hides what was told a moment ago', async () => {
    const who = first(village.residents, 5)
    const t = await village.tell(who, '五社的桥栏杆断了一截')
    expect(await village.ask(who, '不要让人知道是我啊')).toContain(`【${t.number}】以后不在群里说了`)
    expect(await village.now(t)).toMatchObject({ private: true })
  })

  it('is heard before the matter', async () => {
    const who = first(village.residents, 6)
    expect(await village.ask(who, '我给你们说个事 莫说是我')).toContain('不提您的名字')
  })

  it('still names what was told before', async () => {
    const t = await village.tell(first(village.residents, 3), '四社的水渠堵死了')
    expect(await village.ask(first(village.residents, 3), '不公开 水渠那件')).toContain(`【${t.number}】以后不在群里说了`)
  })
})

describe('a question that the duty list knows', () => {
  it.each([
    ['轮椅问谁要', '残疾'],
    ['低保一个月有多少', '低保'],
    ['我这个情况能吃上低保不', '低保'],
    ['身份证丢了咋弄', '身份证'],
  ])('%s is answered, and opens nothing', async (text, about) => {
    const before = (await village.tickets()).length
    const who = first(village.residents, 7)
    expect(await village.ask(who, text)).toContain(about)
    expect(await village.tickets()).toHaveLength(before)
  })

  it('is waited for when it is only announced', async () => {
    expect(await village.ask(first(village.residents, 0), '领导 我想问个事')).toBe('您说，哪里、什么事。')
    expect(await village.say(first(village.residents, 3), '@说事 我想反映个问题')).toBe('您说，哪里、什么事。')
  })
})

it('a lone question mark is no more of a matter', async () => {
  const t = await village.tell(first(village.residents, 9), '三社的广播坏了没人修')
  await village.ask(first(village.residents, 9), '？')
  expect((await village.now(t)).history.map((h) => h.what)).not.toContain('补充')
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
