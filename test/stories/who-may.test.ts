import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from '../support/town.ts'

const VILLAGE = encodeURIComponent('坪头村')
let town: Town
let group: string
let residents: SandboxPerson[]
const role: Record<string, SandboxPerson> = {}

const first = <T>(list: readonly T[], n = 0): T => {
  const found = list[n]
  if (found === undefined) throw new Error('nothing there')
  return found
}

/** Tells a matter and answers the ticket it became. */
async function told(who: SandboxPerson, text: string): Promise<SandboxTicket> {
  await town.say(group, who.id, text)
  await town.settle()
  return first((await town.tickets(`village=${VILLAGE}`)).filter((t) => t.reporter?.id === who.id))
}

beforeAll(async () => {
  town = await startTown()
  group = (await town.group('坪头村')).id
  for (const name of ['secretary', 'clerk', 'mediator', 'keeper', 'supervisor', 'leader'])
    role[name] = first(
      (await town.people(`role=${name}&village=${VILLAGE}`)).filter((p) => name !== 'leader' || p.roles.some((r) => r.grid === 'V01')),
    )
  residents = (await town.people(`role=resident&village=${VILLAGE}`)).filter(
    (p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group),
  )
})
afterAll(() => town.close())

const someone = (name: string): SandboxPerson => {
  const found = role[name]
  if (!found) throw new Error(name)
  return found
}

describe('orders', () => {
  it('of a resident have no effect, get a polite private word and a line in the history', async () => {
    const ticket = await told(first(residents), '二社的水渠堵了浇不上地')
    await town.say(group, first(residents, 1).id, `接 ${Number(ticket.number.slice(1))}`)
    await town.settle()
    const after = await town.ticket(ticket.number)
    expect(after.stage).toBe('triage')
    expect(after.history.at(-1)?.what).toBe('没有权限')
    expect(await town.lastWord(first(residents, 1).id)).toContain('村干部')
    expect(await town.lastPost(group)).toContain(ticket.number)
  })

  it('of two cadres at once: one has it, the other reads who', async () => {
    const ticket = await told(first(residents, 1), '四社的大桥护栏断了一截')
    const number = Number(ticket.number.slice(1))
    await Promise.all([town.tell(someone('clerk').id, `接 ${ticket.number}`), town.tell(someone('secretary').id, `接${ticket.number}`)])
    await town.settle()
    const words = [await town.lastWord(someone('clerk').id), await town.lastWord(someone('secretary').id)]
    expect(words.filter((w) => w?.includes('已经接了'))).toHaveLength(1)
    expect((await town.ticket(ticket.number)).history.filter((h) => h.what === '接了')).toHaveLength(1)
    expect(number).toBeGreaterThan(0)
  })

  it('are understood as cadres really type them, and can be taken back', async () => {
    const ticket = await told(first(residents, 2), '村部门口的路灯坏了好几天')
    const number = ticket.number.slice(1)
    const secretary = someone('secretary').id
    await town.tell(secretary, `派 ${ticket.number} 王芳`)
    await town.settle()
    expect((await town.ticket(ticket.number)).owner?.name).toBe('王芳')
    await town.tell(secretary, '撤销')
    await town.settle()
    expect((await town.ticket(ticket.number)).owner?.id).toBe(ticket.owner?.id)
    await town.say(group, ticket.owner?.id ?? '', `办洁 ${number}`)
    await town.settle()
    expect(await town.lastWord(ticket.owner?.id ?? '')).toContain('是想说“办结')
    await town.tell(ticket.owner?.id ?? '', '是')
    await town.settle()
    expect((await town.ticket(ticket.number)).status).toBe('resolved')
  })

  it('of waiting ask for the date once, and the reporter reads it', async () => {
    const ticket = await told(first(residents, 3), '五社的自来水管漏水漏了一路')
    const owner = ticket.owner?.id ?? ''
    await town.tell(owner, `挂账 ${ticket.number} 等配件`)
    await town.settle()
    expect(await town.lastWord(owner)).toContain('等到几号')
    await town.tell(owner, '12月20日')
    await town.settle()
    expect((await town.ticket(ticket.number)).status).toBe('waiting')
    expect(await town.lastWord(first(residents, 3).id)).toMatch(/要等配件，.*再办/u)
  })

  it('of more time go to the secretary first', async () => {
    const ticket = await told(first(residents, 4), '三社的垃圾堆了一路臭得很')
    const owner = ticket.owner?.id ?? ''
    await town.tell(owner, `延期 ${ticket.number} 两天 等车`)
    await town.settle()
    const secretary = someone('secretary').id
    expect(await town.lastWord(secretary)).toContain('想延')
    await town.tell(secretary, '同意')
    await town.settle()
    const after = await town.ticket(ticket.number)
    expect(new Date(after.completeBy).getTime()).toBeGreaterThan(new Date(ticket.completeBy).getTime())
  })
})

describe('a complaint about a cadre', () => {
  it('skips that cadre and the group, and goes to the next one up', async () => {
    const secretary = someone('secretary')
    const before = (await town.heardIn(group)).length
    await town.tell(first(residents, 5).id, `${secretary.name}支书收了人家的钱，把低保给了他亲戚`)
    await town.settle()
    const ticket = first((await town.tickets(`village=${VILLAGE}`)).filter((t) => t.private && t.reporter?.id === first(residents, 5).id))
    expect(ticket.owner?.id).not.toBe(secretary.id)
    expect((await town.ticket(ticket.number)).notices.some((n) => n.to.person === secretary.id)).toBe(false)
    expect(await town.heardIn(group)).toHaveLength(before)
    await town.tell(secretary.id, `查 ${ticket.number}`)
    await town.settle()
    expect(await town.lastWord(secretary.id)).toContain('没有找到')
  })
})

describe('what is no order', () => {
  it.each(['接水管的人来了吗', '转发一下', '好的', '办结婚证要带啥', '一般般吧', '满意'])(
    '%s gets no answer from the command desk',
    async (text) => {
      const who = first(residents, 7)
      const before = (await town.heardBy(who.id)).length
      await town.say(group, who.id, text)
      await town.advance('PT1S')
      expect((await town.heardBy(who.id)).length).toBe(before)
      await town.settle()
    },
  )
})

describe('the night', () => {
  it('holds back what can wait and tells it as one post in the morning', async () => {
    await town.nextMorning()
    await town.advance('PT13H30M')
    const before = (await town.heardIn(group)).filter((m) => m.from.bot).length
    await town.say(group, first(residents, 6).id, '一社的变压器跳闸，停电了')
    await town.say(group, first(residents, 8).id, '六社的网络断了两天没人修')
    await town.settle()
    expect((await town.heardIn(group)).filter((m) => m.from.bot)).toHaveLength(before)
    await town.advance('PT9H')
    const posts = (await town.heardIn(group)).filter((m) => m.from.bot).slice(before)
    expect(posts.length).toBe(1)
    expect(posts[0]?.text).toContain('新登记2件')
  })
})

describe('a photo without a word', () => {
  it('is asked about once, one-to-one, and waits for its words', async () => {
    const who = first(residents, 9)
    await town.clockTo(new Date(new Date(await town.nextMorning()).getTime() + 60_000).toISOString())
    await town.say(group, who.id, '', { image: { name: 'photo.jpg', base64: '/9j/4AAQSkZJRg==' } })
    await town.settle()
    expect(await town.lastWord(who.id)).toContain('照片收到')
    await town.tell(who.id, '二社的水渠垮了一截')
    await town.settle()
    const ticket = first((await town.tickets(`village=${VILLAGE}`)).filter((t) => t.reporter?.id === who.id))
    expect(ticket.messages).toHaveLength(2)
  })
})

describe('somebody who may not want to live', () => {
  it('is answered alone; the duty cadre is called, and the next in line after a quarter of an hour', async () => {
    const who = first(residents, 1)
    const before = (await town.heardIn(group)).length
    await town.say(group, who.id, '活着没意思，我不想活了')
    await town.settle()
    expect((await town.heardIn(group)).length).toBe(before + 1)
    expect(await town.lastWord(who.id)).toContain('12356')
    const ticket = first((await town.tickets(`village=${VILLAGE}`)).filter((t) => t.reporter?.id === who.id))
    const called = async () => (await town.ticket(ticket.number)).notices.filter((n) => n.text.includes('紧急') && n.state === 'sent')
    expect(await called()).toHaveLength(1)
    await town.advance('PT16M')
    expect(await called()).toHaveLength(2)
    expect((await town.ticket(ticket.number)).notices.every((n) => !n.to.group)).toBe(true)
  })
})
