import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from '../support/town.ts'

const VILLAGE = '坪头村'
let town: Town
let group: string
let residents: SandboxPerson[]
let secretary: SandboxPerson
let clerk: SandboxPerson
let leader: SandboxPerson

const one = (people: SandboxPerson[]): SandboxPerson => {
  const [first] = people
  if (!first) throw new Error('nobody')
  return first
}
const resident = (n: number): SandboxPerson => one(residents.slice(n))

/** A matter told in the group; its number and its owner. */
async function told(by: SandboxPerson, text: string): Promise<{ number: string; owner: string }> {
  await town.say(group, by.id, text)
  await town.settle()
  const [ticket] = await town.tickets(`village=${encodeURIComponent(VILLAGE)}`)
  if (!ticket?.owner) throw new Error(`no ticket of ${text}`)
  return { number: ticket.number, owner: ticket.owner.id }
}
const short = (number: string): string => String(Number(number.replace(/\D/gu, '')))
async function tell(person: string, text: string): Promise<string> {
  await town.tell(person, text)
  await town.settle()
  return (await town.lastWord(person)) ?? ''
}
async function say(person: string, text: string, more: object = {}): Promise<void> {
  await town.say(group, person, text, more)
  await town.settle()
}

beforeAll(async () => {
  town = await startTown()
  group = (await town.group(VILLAGE)).id
  const of = (role: string) => town.people(`role=${role}&village=${encodeURIComponent(VILLAGE)}`)
  residents = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
  secretary = one(await of('secretary'))
  clerk = one(await of('clerk'))
  leader = one((await of('leader')).filter((p) => p.roles.some((r) => r.grid === 'V01')))
})
afterAll(() => town.close())

describe('orders about a matter', () => {
  it('asks about a slip and does it on 是', async () => {
    const { number, owner } = await told(resident(0), '三社路口的路灯不亮了')
    expect(await tell(owner, `办洁 ${short(number)}`)).toBe(`是想说“办结 ${short(number)}”吗？直接回“是”就行。`)
    await tell(owner, '是')
    expect(await town.ticket(number)).toMatchObject({ status: 'resolved' })
  })

  it('takes an order back within ten minutes', async () => {
    const [ticket] = await town.tickets()
    const number = ticket?.number ?? ''
    expect(await tell(ticket?.owner?.id ?? '', '撤销')).toContain('已撤销')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
  })

  it('refuses a resident politely, without effect, with a line in the history', async () => {
    const [ticket] = await town.tickets()
    const number = ticket?.number ?? ''
    const before = (await town.heardIn(group)).filter((m) => m.from.bot).length
    await say(resident(1).id, `办结 ${short(number)}`)
    expect((await town.heardIn(group)).filter((m) => m.from.bot)).toHaveLength(before)
    expect(await town.lastWord(resident(1).id)).toContain('来办结')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
    expect((await town.ticket(number)).history.some((h) => h.what === '没有权限')).toBe(true)
  })

  it('answers the least needed in the group: one quiet line', async () => {
    const [ticket] = await town.tickets()
    const before = (await town.heardIn(group)).filter((m) => m.from.bot).length
    await say(ticket?.owner?.id ?? '', `接${short(ticket?.number ?? '')}`)
    const posts = (await town.heardIn(group)).filter((m) => m.from.bot)
    expect(posts).toHaveLength(before + 1)
    expect(posts.at(-1)?.text.length).toBeLessThanOrEqual(60)
  })

  it('asks for a date once, then waits until then', async () => {
    const [ticket] = await town.tickets()
    const [number, owner] = [ticket?.number ?? '', ticket?.owner?.id ?? '']
    expect(await tell(owner, '先放一放 等钱')).toContain('等到几号')
    expect(await tell(owner, '明天下雨')).not.toContain('挂账到')
    await tell(owner, '12月10日')
    expect(await town.ticket(number)).toMatchObject({ status: 'waiting' })
    expect((await town.ticket(number)).history.some((h) => h.what === '挂账' && h.note === '钱')).toBe(true)
    await tell(owner, '恢复')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
  })

  it('gives more time when the secretary says so', async () => {
    const [ticket] = await town.tickets()
    const [number, owner] = [ticket?.number ?? '', ticket?.owner?.id ?? '']
    const due = (await town.ticket(number)).completeBy
    await tell(owner, '再给两天')
    expect(await town.lastWord(secretary.id)).toContain('回“同意”或“不同意”')
    expect(await tell(secretary.id, '同意')).toContain('同意延到')
    expect((await town.ticket(number)).completeBy > due).toBe(true)
  })

  it('says both ways when it is not theirs', async () => {
    const [ticket] = await town.tickets()
    const words = await tell(ticket?.owner?.id ?? '', '这不归我管')
    expect(words).toContain('转 ')
    expect(words).toContain('不受理 ')
  })

  it('hears the reporter out: 没修好 opens again, 满意 closes', async () => {
    const [ticket] = await town.tickets()
    const [number, owner] = [ticket?.number ?? '', ticket?.owner?.id ?? '']
    await tell(owner, '办好了')
    expect(await town.ticket(number)).toMatchObject({ status: 'resolved' })
    await say(resident(0).id, '没修好，昨晚又灭了')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
    await tell(owner, `${short(number)}号弄完了 换了线`)
    await say(resident(1).id, '满意')
    expect(await town.ticket(number)).toMatchObject({ status: 'resolved' })
    await say(resident(0).id, '满意')
    expect(await town.ticket(number)).toMatchObject({ status: 'closed' })
  })

  it('takes 收到 for 接 right after the work was given', async () => {
    const { number, owner } = await told(resident(2), '二社水渠堵了，浇不上地')
    await tell(owner, '收到')
    expect(await town.ticket(number)).toMatchObject({ stage: 'handling' })
  })

  it('knows whose matter it was', async () => {
    const [ticket] = await town.tickets()
    const name = ticket?.reporter?.name ?? ''
    await say(ticket?.owner?.id ?? '', `${name}那个事办好了`)
    expect(await town.ticket(ticket?.number ?? '')).toMatchObject({ status: 'resolved' })
  })

  it('takes a report back, right after it was told', async () => {
    await town.say(group, resident(3).id, '一社的垃圾箱满了没人清运')
    await say(resident(3).id, '撤回')
    const [ticket] = await town.tickets()
    expect(ticket).toMatchObject({ status: 'withdrawn' })
  })
})

describe('people', () => {
  it('goes on leave, asks until when, and comes back', async () => {
    const { number, owner } = await told(resident(4), '三社桥头的护栏断了')
    const deputy = owner === clerk.id ? secretary : clerk
    expect(await tell(owner, `我不在，找${deputy.name}`)).toContain('到哪天')
    expect(await tell(owner, '周五')).toContain(`${deputy.name}代`)
    expect((await town.ticket(number)).owner?.id).toBe(deputy.id)
    expect(await town.lastWord(deputy.id)).toContain('请您代办')
    await tell(owner, '销假')
    expect((await town.ticket(number)).owner?.id).toBe(owner)
  })

  it('adds a keeper and lets one go', async () => {
    expect(await tell(secretary.id, '新网格员 秦小满 13800000000 三社')).toContain('秦小满')
    expect(await tell(secretary.id, '改电话 秦小满 13900000000')).toContain('13900000000')
    expect(await tell(secretary.id, '秦小满不干了')).toContain('离任吗')
    expect(await tell(secretary.id, '是')).toBe('秦小满离任了。')
  })
})

describe('asking', () => {
  it('answers 清单 to anyone, and help by what one may do', async () => {
    expect(await tell(resident(5).id, '清单 低保')).toContain('户口本')
    const help = await tell(resident(5).id, '帮助')
    expect(help).toContain('进度 7')
    expect(help).not.toContain('办结')
    expect(await tell(leader.id, '帮助')).toContain('日报')
  })

  it('lists what stands open in one’s villages, late or taken by nobody', async () => {
    const { number } = await told(resident(2), '一社的水渠堵了，水漫到路上了')
    for (const text of ['查 在办', '村里还有哪些没办完', '最近村里有啥没办的']) expect(await tell(secretary.id, text)).toContain(number)
    expect(await tell(secretary.id, '咱村没人接的有哪些')).toContain(number)
    expect(await tell(secretary.id, '查 超期')).not.toContain(number)
  })

  it('does not know what somebody may not see', async () => {
    await town.say(group, resident(6).id, '我家隔壁把地界石往我家地里挪了半米，占了我家的地')
    await town.settle()
    const [ticket] = await town.tickets()
    expect(await tell(resident(7).id, `进度 ${ticket?.number}`)).toContain('没有找到')
    expect(await tell(resident(6).id, '进度')).toContain(ticket?.number)
  })

  it('says nothing to talk', async () => {
    const before = (await town.heardBy(resident(7).id)).length
    for (const text of ['好的', '满意', '进度太慢了', '同意', '一般都是晚上停水吗']) await say(resident(7).id, text)
    expect(await town.heardBy(resident(7).id)).toHaveLength(before)
  })

  it('reports to leaders', async () => {
    for (const text of ['日报', '周报', '月报', '待定', '统计', '待办']) expect((await tell(leader.id, text)).length).toBeGreaterThan(4)
  })

  it('does what is said of each of two matters, and takes both back at once', async () => {
    const a = await told(resident(0), '四社文化室的门锁坏了')
    const b = await told(resident(1), '二社的路灯杆子歪了')
    await tell(secretary.id, `${a.number}修好了，${b.number}挂到12月10日等施工队`)
    expect(await town.ticket(a.number)).toMatchObject({ status: 'resolved' })
    expect(await town.ticket(b.number)).toMatchObject({ status: 'waiting' })
    await tell(secretary.id, '撤销')
    expect(await town.ticket(a.number)).toMatchObject({ status: 'open' })
    expect(await town.ticket(b.number)).toMatchObject({ status: 'open' })
  })
})
