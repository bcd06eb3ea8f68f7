import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from '../support/town.ts'

const VILLAGE = '坪头村'
let town: Town
let group: string
let residents: SandboxPerson[]
let cadres: Record<'secretary' | 'clerk' | 'mediator' | 'leader' | 'duty', SandboxPerson>

const one = (people: SandboxPerson[]): SandboxPerson => {
  const [first] = people
  if (!first) throw new Error('nobody')
  return first
}
const resident = (n: number): SandboxPerson => one(residents.slice(n))

beforeAll(async () => {
  town = await startTown()
  group = (await town.group(VILLAGE)).id
  const of = (role: string) => town.people(`role=${role}&village=${encodeURIComponent(VILLAGE)}`)
  residents = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
  cadres = {
    secretary: one(await of('secretary')),
    clerk: one(await of('clerk')),
    mediator: one(await of('mediator')),
    leader: one((await of('leader')).filter((p) => p.roles.some((r) => r.grid === 'V01'))),
    duty: one(await town.people('role=duty')),
  }
})
afterAll(() => town.close())

describe('a street lamp', () => {
  it('goes from a typed sentence to a closed matter', async () => {
    await town.say(group, resident(0).id, '三社路口的路灯又不亮了')
    await town.settle()
    const [ticket] = await town.tickets(`village=${encodeURIComponent(VILLAGE)}`)
    expect(ticket).toMatchObject({ number: '坪01', kind: 'village', duty: 'V-LAMP', status: 'open', private: false, stage: 'triage' })
    expect(await town.lastPost(group)).toMatch(/^【坪01】已登记：三社路口.*路灯不亮。.+负责，(?:\d+年)?\d+月\d+日（周.）前办。/u)
    const owner = ticket?.owner?.id ?? ''
    expect(await town.lastWord(owner)).toMatch(/^【坪01】.*回“接”/u)

    await town.tell(owner, '接 1')
    await town.settle()
    expect(await town.ticket('坪01')).toMatchObject({ stage: 'handling', status: 'open' })

    await town.say(group, owner, '1号弄完了 换了灯泡')
    await town.settle()
    expect(await town.ticket('坪01')).toMatchObject({ stage: 'archive', status: 'resolved' })
    expect(await town.lastWord(resident(0).id)).toContain('办好了吗')

    await town.tell(resident(0).id, '满意')
    await town.settle()
    const closed = await town.ticket('坪01')
    expect(closed).toMatchObject({ status: 'closed' })
    expect(await town.lastPost(group)).toMatch(/^【坪01】路灯的事已办好/u)
    expect(closed.notices.every((n) => n.state !== 'due')).toBe(true)
  })

  it('is one report in several lines, chatter of others notwithstanding, and one message is one ticket', async () => {
    await town.say(group, resident(1).id, '自来水')
    await town.say(group, resident(2).id, '今天天气真好')
    await town.say(group, resident(1).id, '二社从昨天就停水了', { id: 'same-id' })
    await town.say(group, resident(1).id, '二社从昨天就停水了', { id: 'same-id' })
    await town.settle()
    const water = (await town.tickets()).filter((t) => t.duty === 'V-WATER')
    expect(water).toHaveLength(1)
    expect(water[0]?.messages).toHaveLength(2)
  })

  it('counts 我家也是 once per household', async () => {
    const [ticket] = (await town.tickets()).filter((t) => t.duty === 'V-WATER')
    const households = new Map(residents.map((p) => [p.id, p.household]))
    const other = residents.filter((p) => p.household !== households.get(resident(1).id))
    const a = one(other)
    const sameHouse = other.find((p) => p.id !== a.id && p.household === a.household)
    await town.say(group, a.id, '我家也是')
    if (sameHouse) await town.say(group, sameHouse.id, '+1')
    await town.settle()
    expect((await town.ticket(ticket?.number ?? '')).followers).toEqual([a.id])
  })
})

describe('what is not for the group', () => {
  it('says only a number for a quarrel between neighbours', async () => {
    await town.say(group, resident(3).id, '我家隔壁把地界石往我家地里挪了半米，占了我家的地')
    await town.settle()
    const [ticket] = (await town.tickets()).filter((t) => t.kind === 'neighbour')
    expect(ticket?.private).toBe(true)
    expect(await town.lastPost(group)).toBe(`【${ticket?.number}】收到，已转责任干部，会单独联系您。`)
    expect(await town.lastWord(resident(3).id)).toContain('不会在群里说')
  })

  it('says nothing at all in the group when somebody is beaten at home, and calls at once', async () => {
    const before = (await town.heardIn(group)).length
    await town.say(group, resident(4).id, '我男人又喝酒打我，我和娃不敢回家')
    await town.settle()
    expect(await town.heardIn(group)).toHaveLength(before + 1)
    expect(await town.lastWord(resident(4).id)).toContain('110')
    const [ticket] = (await town.tickets()).filter((t) => t.urgent)
    expect(ticket).toMatchObject({ private: true, kind: 'household' })
    expect(ticket && (await town.ticket(ticket.number)).notices.some((n) => n.to.person === cadres.duty.id && n.state === 'sent')).toBe(
      true,
    )
  })

  it('posts telephone numbers for a fire', async () => {
    await town.say(group, resident(5).id, '快来人啊，后山着火了，往村里烧过来了')
    await town.settle()
    expect(await town.lastPost(group)).toMatch(/119.*120.*110/u)
  })
})

describe('clocks', () => {
  it('says it once in the group and climbs when a matter is late', async () => {
    await town.say(group, resident(6).id, '一社的垃圾箱满了半个月没人清运')
    await town.settle()
    const [ticket] = (await town.tickets()).filter((t) => t.duty === 'V-WASTE')
    const number = ticket?.number ?? ''
    // Long enough for the working days behind the longest holiday.
    await town.clockTo(new Date(new Date(ticket?.completeBy ?? '').getTime() + 21 * 86_400_000).toISOString())
    const posts = (await town.heardIn(group)).filter((m) => m.from.bot && m.text.includes('还没办完') && m.text.includes(number))
    expect(posts).toHaveLength(1)
    const history = (await town.ticket(number)).history.filter((h) => h.what === '往上报')
    expect(history.length).toBeGreaterThanOrEqual(2)
    expect((await town.heardBy(cadres.leader.id)).some((m) => m.text.includes(number))).toBe(true)
  })
})
