import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALONE } from '../../src/domain/talk.ts'
import type { SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'
import { unsureSentence } from '../support/unsure.ts'
import { first, startVillage, type Village, villageOf } from '../support/village.ts'

let village: Village
let other: Village
let said = 0

const THINGS = ['路灯不亮了', '水渠堵了浇不上地', '垃圾箱满了没人清运', '自来水管漏了一地', '路面塌了一个坑', '桥上的护栏断了一截'] as const
/** A matter of its own each time, by another resident. */
async function matter(thing: (typeof THINGS)[number] = '路灯不亮了', where = '三社'): Promise<SandboxTicket> {
  said += 1
  return village.tell(first(village.residents, said % village.residents.length), `${where}第${said}号地头的${thing}`)
}
const ownerOf = async (t: SandboxTicket): Promise<string> => (await village.now(t)).owner?.id ?? ''
const statusOf = async (t: SandboxTicket) => (await village.now(t)).status
const lastEvent = async (t: SandboxTicket) => (await village.now(t)).history.at(-1)
/** 12月18日: so many days after a matter is due. */
async function dayAfter(t: SandboxTicket, days: number): Promise<string> {
  const due = new Date((await village.now(t)).completeBy ?? '')
  const [, month, day] = new Date(due.getTime() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
  return `${month}月${day}日`
}
const n = (t: SandboxTicket): string => String(Number(t.number.replace(/\D/gu, '')))

beforeAll(async () => {
  village = await startVillage()
  other = await villageOf(village.town, '河湾村').catch(() => villageOf(village.town, '花庙村'))
})
afterAll(() => village.town.close())

const townsman = async (role: 'leader' | 'duty'): Promise<SandboxPerson> =>
  first((await village.town.people(`role=${role}`)).filter((p) => p.roles.some((r) => r.grid === 'jifeng')))

describe('the roster', () => {
  it('is changed by nobody for somebody above or equal to them', async () => {
    for (const [by, of] of [
      [village.clerk, village.secretary],
      [village.clerk, await townsman('leader')],
      [village.secretary, await townsman('duty')],
      [village.secretary, village.leader],
      [village.secretary, village.secretary],
      [village.leader, await townsman('leader')],
    ] as const) {
      expect(await village.ask(by, `离任 ${of.name}`)).toMatch(/上一级|没有找到/u)
      expect(await village.ask(by, '是')).not.toContain('离任了')
    }
    expect(await village.ask(village.clerk, `改电话 ${(await townsman('leader')).name} 13911110000`)).toContain('上一级')
  })

  it('lets every cadre change their own telephone number, and says what is wrong with one', async () => {
    const keeper = first(village.keepers)
    expect(await village.ask(keeper, '我换电话了 139 0000 8888')).toContain('13900008888')
    expect(await village.ask(village.secretary, `改电话 ${keeper.name} 1390000`)).toBe(
      '“1390000”是7位，不是手机号。手机号要11位，请再发一次。',
    )
    expect(await village.ask(village.secretary, `${keeper.name} 电话换成 139 0000 5555`)).toContain('13900005555')
  })

  it('asks before somebody goes, moves the work, and tells the reporters', async () => {
    const t = await matter('水渠堵了浇不上地', '四社')
    const owner = (await village.now(t)).owner
    expect(await village.ask(village.secretary, `离任 ${owner?.name}`)).toMatch(/离任吗？手上\d+件会转走。回“是”或“不是”。$/u)
    expect(await village.ask(village.secretary, '不是')).toBe('好的，没有动。')
    expect(await ownerOf(t)).toBe(owner?.id)
    await village.ask(village.secretary, `离任 ${owner?.name}`)
    expect(await village.ask(village.secretary, '是')).toContain('离任了')
    const now = await village.now(t)
    expect(now.owner?.id).not.toBe(owner?.id)
    expect((await village.wordsTo(now.reporter?.id ?? '')).at(-1)).toBe(`【${t.number}】现在由${now.owner?.name}负责，时间不变。`)
    await village.ask(village.secretary, '撤销')
    expect(await ownerOf(t)).toBe(owner?.id)
  })

  it('puts a new keeper where the example says', async () => {
    expect(await village.ask(village.secretary, '新网格员 钱小七 13800002222 二社1联户')).toContain('二社第一联户')
    await village.ask(village.secretary, '撤销')
  })

  it('refuses with a word who may not change it', async () => {
    const keeper = first(village.keepers, 1)
    for (const [who, text] of [
      [keeper, '月报 10月'],
      [keeper, '待定 1'],
      [keeper, `离任 ${village.mediator.name}`],
      [village.mediator, `离任 ${keeper.name}`],
    ] as const)
      expect(await village.ask(who, text)).toMatch(/镇领导和包村领导用的|要由/u)
  })
})

describe('two matters in one, two matters that are one', () => {
  it('splits by who may change the class, tells the reporter, and only once', async () => {
    const t = await matter('路灯不亮了', '五社')
    const count = (await village.tickets()).length
    await village.ask(first(other.keepers), `拆分 ${t.number} 水管也漏了`)
    expect((await village.tickets()).length).toBe(count)
    expect((await lastEvent(t))?.what).toBe('没有权限')
    expect(await village.ask(village.clerk, `拆分 ${t.number} 水管也漏了`)).toContain('登记了')
    const opened = first(await village.tickets())
    expect(await village.wordsTo(t.reporter?.id ?? '')).toContainEqual(
      expect.stringContaining(`【${t.number}】里的另一件事单独记下了：【${opened.number}】`),
    )
    expect(await village.ask(village.clerk, `拆分 ${t.number} 水管也漏了`)).toContain('已经分出')
    expect((await village.tickets()).length).toBe(count + 1)
    expect(await village.ask(village.clerk, '撤销')).toContain('不办了')
    expect(await statusOf(opened)).toBe('withdrawn')
  })

  it('merges all that are named into the last', async () => {
    const [a, b, c] = [
      await matter('路面塌了一个坑', '一社'),
      await matter('路面塌了一个坑', '六社'),
      await matter('路面塌了一个坑', '二社'),
    ]
    expect(await village.ask(village.clerk, `合并 ${n(a)}、${n(b)} 到 ${n(c)}`)).toBe(
      `【${a.number}】【${b.number}】并到【${c.number}】一起办。`,
    )
    expect([await statusOf(a), await statusOf(b), await statusOf(c)]).toEqual(['merged', 'merged', 'open'])
    expect(await village.ask(village.clerk, '撤销')).toContain('已撤销')
    expect([await statusOf(a), await statusOf(b)]).toEqual(['open', 'open'])
    expect(await village.ask(village.clerk, `合并 ${n(a)} 到 ${n(a)}`)).toContain('两个编号一样')
    await village.ask(village.clerk, `把${n(a)}并到${n(b)}`)
    expect(await statusOf(a)).toBe('merged')
    const reporter = (await village.now(a)).reporter?.id ?? ''
    expect(await village.ask(reporter, `没修好 ${a.number}`)).toBe(
      `【${a.number}】和【${b.number}】是一件事，一起在办。回“进度 ${b.number}”可查。`,
    )
  })
})

describe('撤销', () => {
  it('takes back what was just done and nothing older', async () => {
    const t = await matter()
    const owner = await ownerOf(t)
    await village.ask(owner, `接 ${t.number}`)
    await village.ask(owner, '登记 五社的桥栏杆断了')
    const noted = first(await village.tickets())
    expect(await village.ask(owner, '撤销')).toContain(`【${noted.number}】不办了`)
    expect(await statusOf(noted)).toBe('withdrawn')
    expect((await village.now(t)).stage).toBe('handling')

    await village.ask(owner, `走访 ${t.number} 看了`)
    await village.say(owner, '机器人安静')
    expect(await village.ask(owner, '撤销')).toContain('机器人安静')
    await village.ask(owner, `请假到下周五 ${village.clerk.name}代`)
    await village.ask(owner, '销假')
    expect(await village.ask(owner, '撤销')).toBe('“销假”不能撤销，还要请假请再说一次，比如“请假到周五 小李代”。')
    expect((await village.now(t)).history.filter((h) => h.what === '撤销')).toHaveLength(0)
  })

  it('of the clerk’s 是 puts the matter aside', async () => {
    const count = (await village.tickets()).length
    await village.ask(first(village.residents, 8), unsureSentence({ ...ALONE, toBot: true }))
    expect((await village.wordsTo(village.clerk)).at(-1)).toContain('要登记吗')
    expect(await village.ask(village.clerk, '是')).toContain('登记了')
    const opened = first(await village.tickets())
    expect((await village.tickets()).length).toBe(count + 1)
    expect(await village.ask(village.clerk, '撤销')).toContain(`【${opened.number}】不办了`)
    expect(await statusOf(opened)).toBe('withdrawn')
  })
})

describe('more time', () => {
  it('is refused with a reason that the asker reads, and the answer names whom it told', async () => {
    const t = await matter('路灯不亮了', '二社')
    const owner = await ownerOf(t)
    await village.ask(owner, `延期 ${t.number} 两天 等配件`)
    const name = (await village.now(t)).owner?.name
    expect(await village.ask(village.secretary, '不同意 下周必须完')).toBe(`【${t.number}】没有同意，已告诉${name}。`)
    expect((await village.wordsTo(owner)).at(-1)).toContain('下周必须完')
    await village.ask(owner, `延期 ${t.number} 两天 等配件`)
    await village.ask(village.secretary, `不同意 ${t.number} 太久了`)
    expect((await village.wordsTo(owner)).at(-1)).toContain('太久了')
    await village.ask(owner, `延期 ${t.number} 两天 等配件`)
    expect(await village.ask(village.secretary, '两天太久 不准')).toBe(`【${t.number}】没有同意，已告诉${name}。`)
    for (const answer of ['同意', '同意他延两天', '不准延，抓紧办'])
      expect(await village.ask(village.secretary, answer)).toContain('没有在等您回的')
  })

  it('asked for two matters names both numbers', async () => {
    const [a, b] = [await matter('路灯不亮了', '四社'), await matter('垃圾箱满了没人清运', '一社')]
    for (const t of [a, b]) await village.ask(await ownerOf(t), `延期 ${t.number} 两天 等配件`)
    const words = await village.ask(village.secretary, '同意')
    expect(words).toMatch(/^有2件等您定，回“同意 坪\d+”或“同意 坪\d+”。$/u)
    for (const t of [a, b]) expect(await village.ask(village.secretary, `同意 ${t.number}`)).toContain('同意延到')
  })
})

describe('a talk', () => {
  it('is an appointment, or what came of it, or the town’s', async () => {
    await village.ask(first(village.residents, 2), '我家隔壁把地界石往我家地里挪了半米，占了我家的地')
    const t = first((await village.tickets()).filter((x) => x.kind === 'neighbour'))
    const reporter = t.reporter?.id ?? ''
    const hears = async () => (await village.wordsTo(reporter)).at(-1)
    await village.ask(village.mediator, `议 ${t.number} 周五下午村部`)
    expect(await hears()).toBe(`【${t.number}】已约一起说说：周五下午村部。`)
    await village.ask(village.mediator, `议 ${t.number} 谈了没谈拢`)
    expect(await hears()).toBe(`【${t.number}】坐下来说过了：谈了没谈拢。`)
    const words = await village.ask(village.leader, `议 ${t.number} 镇里`)
    expect(words).toMatch(/已请镇里的.+一起议/u)
    expect(await hears()).toBe(`【${t.number}】镇里也会一起说说，时间定了告诉您。`)
    const [leader, duty] = [await townsman('leader'), await townsman('duty')]
    for (const who of [leader, duty]) expect((await village.wordsTo(who)).at(-1)).toContain('请镇里一起议')
    expect((await village.wordsTo(village.mediator)).at(-1)).toContain('镇里也会一起议')
  })
})

describe('one-to-one, a number or a command’s word always gets an answer', () => {
  it.each([
    '14',
    '99',
    '接',
    '延期 吧啦',
    '恢复',
    '同意',
    '是',
    '不等了',
    '挂账怎么弄',
    '7 那边的情况',
    '查路灯',
    '还有啥没办',
    '代办',
    '结案 98',
    '督办 1',
  ])('%s', async (text) => {
    const count = (await village.tickets()).length
    const words = await village.ask(first(village.keepers, 4), text)
    expect(words).not.toBeNull()
    expect(words).not.toContain('不用格式')
    expect((await village.tickets()).length).toBe(count)
  })

  it('does what the short forms say', async () => {
    const t = await matter('路灯不亮了', '三社')
    const owner = await ownerOf(t)
    await village.ask(owner, `${n(t)}号我来`)
    expect((await lastEvent(t))?.what).toBe('接了')
    await village.ask(owner, `${n(t)}号等配件 下周三再弄`)
    expect(await statusOf(t)).toBe('waiting')
    await village.ask(owner, `${n(t)}号配件到了，接着办`)
    expect(await statusOf(t)).toBe('open')
    await village.ask(owner, `${n(t)} 推迟到${await dayAfter(t, 10)}`)
    expect((await lastEvent(t))?.what).toBe('申请延期')
    await village.ask(owner, `把${n(t)}办结了`)
    expect(await statusOf(t)).toBe('resolved')
    expect(await village.ask(owner, `接 ${t.number}`)).toBe(`【${t.number}】已经报过办好，等报的人回话。`)
  })

  it('asks for the day and then for the reason of a wait', async () => {
    const t = await matter('垃圾箱满了没人清运', '四社')
    const owner = await ownerOf(t)
    expect(await village.ask(owner, `挂账 ${t.number}`)).toContain('等到几号')
    expect(await village.ask(owner, '下周五')).toContain('在等什么')
    expect(await village.ask(owner, '等水管站')).toContain('挂账到')
    expect(await statusOf(t)).toBe('waiting')
  })

  it('takes the name of the thing for the number, or none of them', async () => {
    const keeper = first(village.keepers, 5)
    const [a, b] = [await matter('路灯不亮了', '六社'), await matter('垃圾箱满了没人清运', '六社')]
    for (const t of [a, b]) await village.ask(village.secretary, `派 ${t.number} ${keeper.name}`)
    const count = (await village.tickets()).length
    expect(await village.ask(keeper, '办好了')).toContain('回编号')
    await village.ask(keeper, '垃圾')
    expect([await statusOf(a), await statusOf(b)]).toEqual(['open', 'resolved'])
    expect((await village.tickets()).length).toBe(count)
  })
})

describe('a refusal', () => {
  it('asks for the reason once and takes the next line for it', async () => {
    const t = await matter('水渠堵了浇不上地', '一社')
    const owner = await ownerOf(t)
    expect(await village.ask(owner, `${n(t)}号退回`)).toContain('要说个原因')
    expect(await village.ask(owner, '归公路段')).toContain('不受理')
    expect(await statusOf(t)).toBe('rejected')
  })

  it('masks a telephone number, and finds no service number inside it', async () => {
    const t = await matter('垃圾箱满了没人清运', '三社')
    await village.ask(await ownerOf(t), `不受理 ${t.number} 这是私人的，电话13812345678`)
    const words = (await village.wordsTo(t.reporter?.id ?? '')).at(-1) ?? ''
    expect(words).toContain('138****5678')
    expect(words).not.toContain('12345热线')
  })

  it('says who has it and whom to ask', async () => {
    const t = await matter('路面塌了一个坑', '三社')
    const owner = (await village.now(t)).owner
    const keeper = first(village.keepers.filter((k) => k.id !== owner?.id))
    expect(await village.ask(keeper, `不受理 ${t.number} 归公路段`)).toBe(`【${t.number}】${owner?.name}在办，请和本人或村支书说。`)
    expect(await village.ask(keeper, `督办 ${t.number}`)).toBe(`【${t.number}】督办要由包村领导来定。`)
    expect(await village.ask(other.leader, `督办 ${t.number}`)).toMatch(/这是坪头村的，要.+来督办。/u)
    expect(await village.ask(first(village.residents, 9), '进度 河99')).toMatch(/^没有找到河99号。回“进度”看自己的。$/u)
  })

  it('hands nothing to whoever has it: a steward urges, and no new work is told', async () => {
    const t = await matter('路灯不亮了', '一社')
    const { owner, history } = await village.now(t)
    expect(await village.ask(village.secretary, `转 ${t.number} ${owner?.name}`)).toBe(`【${t.number}】已催${owner?.name}。`)
    expect(await village.ask(owner?.id ?? '', `转 ${t.number} ${owner?.name}`)).toContain('正在办')
    expect((await village.now(t)).history).toHaveLength(history.length)
  })

  it('says that nobody here has that name', async () => {
    const t = await matter('路灯不亮了', '一社')
    expect(await village.ask(village.secretary, `转 ${t.number} 小欧阳`)).toContain('没有找到')
  })
})

describe('help', () => {
  it('offers only what may be done now', async () => {
    const leader = (await village.ask(village.leader, '帮助')) ?? ''
    for (const denied of ['办结 7', '延期 7']) expect(leader).not.toContain(denied)
    expect(leader).toContain('督办')
    const idle = (await other.ask(first(other.keepers, 3), '帮助')) ?? ''
    expect(idle.split('\n').length).toBeLessThan(9)
    expect(idle).not.toContain('办结')
  })
})

describe('a duty that asks for a photograph', () => {
  it('takes the one that comes with 办结 itself, and keeps it with the matter', async () => {
    const t = await matter('桥上的护栏断了一截', '三社')
    const owner = await ownerOf(t)
    expect(await village.ask(owner, `办结 ${t.number} 焊好了`)).toContain('要有一张照片')
    await village.ask(owner, `办结 ${t.number} 焊好了`, { image: { name: '护栏.jpg', base64: '/9j/4AAQSkZJRg==' } })
    const now = await village.now(t)
    expect(now.status).toBe('resolved')
    expect(now.said.at(-1)?.images).toHaveLength(1)
  })
})
