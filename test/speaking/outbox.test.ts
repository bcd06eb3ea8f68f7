import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toPerson } from '../../src/domain/notice.ts'
import type { SayOutcome } from '../../src/ports/channel.ts'
import { anOutboxTown, bind, inGroup, notice, type OutboxTown, TOWN } from '../support/outbox.ts'

/** A busy machine takes its time. */
const PATIENT = { timeout: 30_000 }
let town: OutboxTown

beforeEach(async () => {
  town = await anOutboxTown()
  for (const n of [0, 1]) await bind(town, `g${n}`, 'wecom-robot')
})

afterEach(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const later = (seconds: number) => {
  town.now.machine = new Date(town.now.machine.getTime() + seconds * 1000)
}
const states = async () => (await town.posts()).map((p) => p.state)

describe('the outbox', () => {
  it('leaves a notice due until the channel has it, then it is sent', async () => {
    await town.notify([notice('a', inGroup(0), '路灯修好了')])
    await town.tell()
    expect(await states()).toEqual(['waiting'])
    expect(await town.noticeState('a')).toBe('claimed')
    await town.delivery.work()
    expect(town.said.map((p) => [p.to, p.externalId, p.text])).toEqual([['group', 'ext-g0', '路灯修好了']])
    expect(await town.noticeState('a')).toBe('sent')
  })

  it('says at once, and only there, what belongs to the sandbox', async () => {
    await town.notify([notice('a', inGroup(2)), notice('b', toPerson('zhou'))])
    await town.work()
    expect(await town.posts()).toEqual([])
    expect([await town.noticeState('a'), await town.noticeState('b')]).toEqual(['sent', 'sent'])
  })

  it.each([
    ['a busy platform, four times', { outcome: 'retry', patience: 'short', why: '-1' }, 5, 'failed', 4],
    ['a fault of the content', { outcome: 'content-fault', why: '45002' }, 1, 'failed', 1],
    ['no answer', { outcome: 'unknown', why: 'timeout' }, 3, 'unknown', 1],
    ['a group that is gone', { outcome: 'group-gone', why: '93008' }, 2, 'failed', 1],
    ['a rate, which costs no try', { outcome: 'wait', seconds: 60, why: '45009' }, 3, 'waiting', 0],
  ] satisfies [string, SayOutcome, number, string, number][])(
    'after %s the post is settled',
    async (_, outcome, rounds, state, attempts) => {
      town.answer(() => outcome)
      await town.notify([notice('a', inGroup(0))])
      for (let round = 0; round < rounds; round++) {
        await town.work()
        later(3600)
      }
      const [post] = await town.posts()
      expect(post).toMatchObject({ state, attempts, why: outcome.why })
      expect(await town.noticeState('a')).toBe(state === 'waiting' ? 'claimed' : 'failed')
    },
  )

  it('keeps the order of a group behind a try that failed, and lets other groups pass', async () => {
    let busy = true
    town.answer((post) =>
      busy && post.text === 'a1' ? { outcome: 'retry', patience: 'short', why: '-1' } : { outcome: 'sent', externalId: null },
    )
    await town.notify([notice('a1', inGroup(0)), notice('a2', inGroup(0)), notice('b1', inGroup(1)), notice('b2', inGroup(1))])
    await town.work()
    expect(town.said.map((p) => p.text).sort()).toEqual(['a1', 'b1', 'b2'])
    busy = false
    later(5)
    await town.work()
    expect(town.said.map((p) => p.text).filter((t) => t.startsWith('a'))).toEqual(['a1', 'a1', 'a2'])
  })

  it('does not let a call that hangs hold another group', async () => {
    let release = () => {}
    const hanging = new Promise<void>((done) => {
      release = done
    })
    town.answer(async (post) => {
      if (post.text === 'a1') await hanging
      return { outcome: 'sent', externalId: null }
    })
    await town.notify([notice('a1', inGroup(0))])
    await town.tell()
    const working = town.delivery.work()
    await expect.poll(() => town.said.length, PATIENT).toBe(1)
    await town.notify([notice('b1', inGroup(1))])
    await town.tell()
    void town.delivery.work()
    await expect.poll(() => town.noticeState('b1'), PATIENT).toBe('sent')
    release()
    await working
    expect(await town.noticeState('a1')).toBe('sent')
  })

  it('is shared by two processes: each post is said once, in order', async () => {
    const two = town.another()
    await town.notify(Array.from({ length: 40 }, (_, i) => notice(`n${i}`, inGroup(i % 2), `${i}`)))
    await town.tell()
    await Promise.all([town.delivery.work(), two.work()])
    for (const g of [0, 1])
      expect(town.said.filter((p) => p.externalId === `ext-g${g}`).map((p) => Number(p.text))).toEqual(
        Array.from({ length: 20 }, (_, i) => 2 * i + g),
      )
    expect(new Set(await states())).toEqual(new Set(['sent']))
  })

  it('is unknown, and never said again by itself, when the process ended during the call', async () => {
    await town.notify([notice('a', inGroup(0)), notice('b', inGroup(0))])
    await town.tell()
    expect(await town.outbox.claim('wecom-robot', 8, town.now.machine, 1000)).toHaveLength(1)
    later(10)
    await town.delivery.work()
    expect(await states()).toEqual(['unknown', 'sent'])
    expect(town.said.map((p) => p.text)).toEqual(['b'])
    expect([await town.noticeState('a'), await town.noticeState('b')]).toEqual(['failed', 'sent'])
  })

  it('stops a channel whose credentials are wrong, keeps what waits, and goes on when they are right', async () => {
    town.answer(() => ({ outcome: 'refused', why: '40001' }))
    await town.notify([notice('a', inGroup(0)), notice('b', inGroup(1))])
    await town.work()
    const calls = town.said.length
    later(120)
    await town.work()
    expect(town.said.length).toBe(calls)
    expect(await town.log.states()).toMatchObject([{ channel: 'wecom-robot', why: '40001' }])
    town.answer(() => ({ outcome: 'sent', externalId: null }))
    later(600)
    await town.work()
    expect(await states()).toEqual(['sent', 'sent'])
  })

  it('drops what came too late instead of posting yesterday’s news', async () => {
    const expiresAt = new Date(town.now.product.getTime() + 60_000)
    town.answer(() => ({ outcome: 'retry', patience: 'long', why: 'network' }))
    await town.notify([notice('a', inGroup(0), 'a', { expiresAt })])
    await town.work()
    town.now.product = new Date(expiresAt.getTime() + 1)
    later(600)
    await town.work()
    expect(await states()).toEqual(['dropped'])
    expect(await town.noticeState('a')).toBe('suppressed')
  })

  it('posts nothing into a group that waited out an outage of hours; the duty cadre is told', async () => {
    town.answer(() => ({ outcome: 'retry', patience: 'long', why: 'network' }))
    await town.notify([notice('a', inGroup(0)), notice('b', toPerson('zhou'))])
    await town.work()
    later(5 * 3600)
    await town.work()
    expect(await states()).toEqual(['waiting'])
    later(2 * 3600)
    await town.notify([notice('c', inGroup(0))])
    await town.work()
    town.answer(() => ({ outcome: 'sent', externalId: null }))
    later(600)
    await town.work()
    expect(await states()).toEqual(['dropped', 'sent'])
    expect(town.said.filter((p) => p.text === 'a')).toHaveLength(3)
    expect(await town.noticeState('a')).toBe('suppressed')
    const told = await town.prisma.notice.findMany({ where: { occasion: 'gap' } })
    expect(told).toMatchObject([{ conversation: toPerson('duty'), text: expect.stringContaining('有些话过时了没有再发') }])
  })

  it('knows an outage by when the channel came up, and leaves alone what only waited its turn', async () => {
    const up = (hours: number) => town.log.up('wecom-robot', new Date(town.now.machine.getTime() + hours * 3_600_000))
    await up(-1)
    await town.notify([notice('a', inGroup(0))])
    await town.tell()
    later(8 * 3600)
    await town.delivery.work()
    expect(await states()).toEqual(['sent'])
    await town.notify([notice('b', inGroup(0))])
    await town.tell()
    later(8 * 3600)
    await up(-0.1)
    await town.delivery.work()
    expect(await states()).toEqual(['sent', 'dropped'])
    expect(town.said.map((p) => p.text)).toEqual(['a'])
  })

  it('takes back what still waits when what caused it is undone', async () => {
    town.answer(() => ({ outcome: 'retry', patience: 'long', why: 'network' }))
    await town.notify([notice('a', inGroup(0), 'a')])
    await town.work()
    await town.store.atDesk(TOWN, town.now.product, (desk) => desk.suppress({ keys: ['a'] }, '撤销'))
    later(600)
    await town.work()
    expect(town.said).toHaveLength(1)
    expect(await town.noticeState('a')).toBe('suppressed')
  })

  it('says a long text in numbered parts, and nothing of the rest when one cannot be said', async () => {
    const long = '坪头村的路灯今天修好了。'.repeat(150)
    await town.notify([notice('a', inGroup(0), long)])
    await town.work()
    expect(town.said.map((p) => p.text.slice(0, 5))).toEqual(['（1/3）', '（2/3）', '（3/3）'])
    town.answer(() => ({ outcome: 'content-fault', why: '40058' }))
    await town.notify([notice('b', inGroup(0), long)])
    await town.work()
    expect((await states()).slice(3)).toEqual(['failed', 'dropped', 'dropped'])
    expect(await town.noticeState('b')).toBe('failed')
  })
})

describe('a call in danger', () => {
  const NEXT = { townId: TOWN, key: 'call-next:T1:1', job: 'call-next', ticketId: 'T1' }
  const calls = () => town.prisma.due.findMany({ where: { ticketId: 'T1' } })

  it('that reaches nobody does not wait a quarter of an hour for the next in line', async () => {
    const later15 = new Date(town.now.product.getTime() + 15 * 60_000)
    await town.prisma.due.create({ data: { ...NEXT, at: later15 } })
    town.answer(() => ({ outcome: 'unknown', why: 'timeout' }))
    await town.notify([notice('T1:receipt', inGroup(0), '收到', { ticket: 'T1' })])
    await town.work()
    expect((await calls()).map((d) => d.at)).toEqual([later15])
    await town.notify([notice('T1:call:0', inGroup(0), '着火了', { ticket: 'T1', occasion: 'call' })])
    await town.work()
    expect((await calls()).map((d) => d.at)).toEqual([town.now.product])
  })
})

describe('people', () => {
  const sender = { channel: 'wecom-app', externalId: 'ZhangSan', name: '村里人', phone: null } as const

  it('are met once, whatever they call themselves, and answered where they spoke', async () => {
    const [a, b] = await Promise.all([
      town.identities.personBehind(sender, town.now.machine),
      town.identities.personBehind(sender, town.now.machine),
    ])
    expect(a).toBe(b)
    const person = await town.prisma.person.findUniqueOrThrow({ where: { townId_id: { townId: TOWN, id: a } } })
    expect(person).toMatchObject({ onRoster: false, name: '村里人（未认）' })
    // By the same userid in another channel of the same company, in whatever case.
    expect(await town.identities.personBehind({ ...sender, channel: 'wecom-bot', externalId: 'zhangsan' }, town.now.machine)).toBe(a)
    expect(await town.identities.personBehind({ ...sender, channel: 'wechaty' }, town.now.machine)).not.toBe(a)
    expect(await town.prisma.identity.count({ where: { personId: a } })).toBe(2)
  })

  it('are known by a number the platform vouches for, never by a name', async () => {
    expect(await town.identities.personBehind({ ...sender, externalId: 'x', name: '周大爷' }, town.now.machine)).not.toBe('zhou')
    expect(await town.identities.personBehind({ ...sender, externalId: 'y', phone: '13900000001' }, town.now.machine)).toBe('zhou')
  })
})

describe('somebody who came by a village’s QR code', () => {
  it('counts among those of its group', async () => {
    const sender = { channel: 'wecom-kf', externalId: 'wk/wm', name: null, phone: null, place: 'a' } as const
    const person = await town.identities.personBehind(sender, town.now.machine)
    expect(await town.prisma.groupMember.findMany({ where: { personId: person }, select: { groupId: true } })).toEqual([{ groupId: 'g0' }])
  })
})

describe('a group', () => {
  const seen = {
    channel: 'wechaty',
    externalId: 'room1',
    name: '坪头村便民之声',
    can: { hears: 'all', posts: 'auto', mentions: true, perMinute: 12 },
  } as const

  it('is nobody’s until somebody agreed', async () => {
    expect(await town.identities.groupBehind(seen, town.now.machine)).toEqual({ group: null, state: 'asked', first: true })
    expect(await town.identities.groupBehind(seen, town.now.machine)).toEqual({ group: null, state: 'asked', first: false })
  })
})
