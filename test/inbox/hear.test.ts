import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toPerson } from '../../src/domain/notice.ts'
import { sealKeys } from '../../src/inbox/seal-keys.ts'
import type { ChannelMessage } from '../../src/ports/hearing.ts'
import { anOutboxTown, bind, inGroup, notice, type OutboxTown, TOWN } from '../support/outbox.ts'

let town: OutboxTown
let count = 0

beforeEach(async () => {
  town = await anOutboxTown({ channel: 'wechaty', groups: 1, sandbox: false })
  await tieTo('secretary', 'sun')
  await tieTo('duty', 'zhao')
  await tieTo('clerk', 'li')
})

afterEach(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const tieTo = (person: string, externalId: string) =>
  town.prisma.identity.create({
    data: { townId: TOWN, channel: 'wechaty', externalId, personId: person, tiedBy: 'roster', tiedAt: town.now.machine },
  })

async function hear(from: string, text: string, more: Partial<ChannelMessage> = {}): Promise<string> {
  const heard = await town.hearing.hear({
    channel: 'wechaty',
    id: `m${++count}`,
    sender: { externalId: from, name: '快乐老周', phone: null },
    group: { externalId: 'room', name: '坪头便民' },
    text,
    quote: null,
    photos: [],
    ...more,
  })
  await town.settle()
  return heard
}
const tell = (from: string, text: string, more: Partial<ChannelMessage> = {}) => hear(from, text, { group: null, ...more })
const saidTo = (externalId: string) => town.said.filter((p) => p.externalId === externalId).map((p) => p.text)

describe('a group that nobody has agreed to', () => {
  it('is neither kept nor answered; whoever may is asked once', async () => {
    expect(await hear('x1', '今天集上人真多')).toBe('not-ours')
    expect(await hear('x2', '三社路口的路灯又不亮了')).toBe('not-ours')
    expect(await town.prisma.message.count({ where: { channel: 'wechaty' } })).toBe(0)
    expect(await town.prisma.person.count({ where: { onRoster: false } })).toBe(0)
    expect(saidTo('room')).toEqual([])
    expect(saidTo('zhao')).toEqual(['群“坪头便民”里有人说话，还没接入哪个村。要接入回“绑定 村名”，不用就不用回。'])
    await tell('zhao', '绑定 坪头村')
    expect(saidTo('zhao').at(-1)).toBe('群“坪头便民”接入坪头村了。')
    expect(saidTo('room')).toEqual(['已接入坪头村。有事直接说，我来登记、找人办，结果也发在这里。'])
    expect(await hear('x2', '三社路口的路灯又不亮了')).toBe('received')
  })

  it('waits for the secretary’s yes when somebody else types 绑定', async () => {
    await hear('x1', '绑定 坪头村')
    expect(saidTo('room')).toEqual([])
    expect(saidTo('sun')).toEqual(['群“坪头便民”想接入坪头村，里面说的事由我登记。同意吗？回“是”或“不是”。'])
    await tell('sun', '是')
    expect(saidTo('sun').at(-1)).toBe('群“坪头便民”接入坪头村了。')
    expect(saidTo('room')).toHaveLength(1)
  })

  it('stays out after a no', async () => {
    await hear('x1', '绑定 坪头村')
    await tell('sun', '不是')
    expect(saidTo('sun').at(-1)).toBe('好，不接入群“坪头便民”。')
    await hear('x1', '绑定 坪头村')
    expect(await hear('x1', '路灯不亮了')).toBe('not-ours')
    expect(saidTo('room')).toEqual([])
  })

  it('is bound at once by somebody who may', async () => {
    await hear('sun', '绑定')
    expect(saidTo('room')).toEqual(['已接入坪头村。有事直接说，我来登记、找人办，结果也发在这里。'])
  })

  it('is not bound by a clerk, nor one-to-one by a resident', async () => {
    await hear('x1', '大家好')
    await tell('li', '绑定 坪头村')
    expect(saidTo('li').at(-1)).toBe('“绑定”要由村支书或镇值班来说。您有事直接讲就行，回“帮助”看看能说什么。')
    await tell('x1', '绑定 坪头村')
    expect(saidTo('room')).toEqual([])
  })
})

describe('somebody on no roster', () => {
  it('reports, is answered, and what they reported is theirs after 认人', async () => {
    await hear('sun', '绑定 坪头村')
    await hear('x1', '三社路口的路灯不亮了')
    const stranger = await town.prisma.person.findFirstOrThrow({ where: { onRoster: false } })
    expect(stranger.name).toBe('快乐老周（未认）')
    expect(await town.prisma.ticket.findMany({ select: { label: true, reporterId: true } })).toEqual([
      { label: '坪01', reporterId: stranger.id },
    ])
    await tell('x1', '进度')
    expect(saidTo('x1').at(-1)).toContain('【坪01】')
    await tell('li', '认人 周大爷')
    expect(saidTo('li').at(-1)).toBe('知道了，说话的是坪头村周大爷。')
    expect(await town.prisma.ticket.findMany({ select: { reporterId: true } })).toEqual([{ reporterId: 'zhou' }])
    await town.notify([notice('hello', toPerson('zhou'), '在吗')])
    await town.settle()
    expect(saidTo('x1').at(-1)).toBe('在吗')
  })

  it('does not become a cadre by a clerk’s word', async () => {
    await hear('sun', '绑定 坪头村')
    await hear('x1', '我是孙立')
    await tell('li', '认人 孙立')
    expect(saidTo('li').at(-1)).toBe('孙立是干部，要由镇值班或镇领导来认。')
    await tell('zhao', '认人 孙立')
    expect(saidTo('zhao').at(-1)).toBe('知道了，说话的是坪头村孙立。')
  })

  it('is the one who is quoted', async () => {
    await hear('sun', '绑定 坪头村')
    await hear('x1', '三社路口的路灯不亮了', { id: 'quoted' })
    await hear('x2', '今天天气好', { sender: { externalId: 'x2', name: '别人', phone: null } })
    await tell('li', '认人 周大爷', { quote: { externalId: 'quoted' } })
    expect(
      await town.prisma.identity.findMany({
        where: { externalId: { in: ['x1', 'x2'] } },
        orderBy: { externalId: 'asc' },
        select: { personId: true },
      }),
    ).toMatchObject([{ personId: 'zhou' }, { personId: expect.stringMatching(/^x-/u) }])
  })
})

describe('a quote', () => {
  it('is found by the channel’s id, and by its words, cut or not', async () => {
    town.answer(() => ({ outcome: 'sent', externalId: 'sent-1' }))
    await hear('sun', '绑定 坪头村')
    await hear('x1', '三社路口的路灯不亮了')
    const post = town.said.find((p) => p.text.startsWith('【坪01】'))
    for (const quote of [{ text: post?.text ?? '' }, { text: `${post?.text.slice(0, 12)}…` }])
      expect(await town.identities.quoted(await conversation(), 'wechaty', quote)).toMatch(/^n:/u)
    expect(await town.identities.quoted(await conversation(), 'wechaty', { externalId: 'sent-1' })).toMatch(/^n:/u)
    expect(await town.identities.quoted(await conversation(), 'wechaty', { text: '没有人说过这句' })).toBeNull()
  })

  it('finds the message of its own channel where another uses the same id', async () => {
    await hear('sun', '绑定 坪头村')
    await hear('k1', '三社的自来水停了', { channel: 'wecom-kf', id: 'same', group: null })
    await hear('x1', '二社路口的路灯不亮了', { id: 'same' })
    await hear('k2', '四社的垃圾没人拉', { channel: 'wecom-kf', id: 'later', group: null })
    await hear('x2', '+1', { sender: { externalId: 'x2', name: '别人', phone: null }, quote: { externalId: 'same' } })
    const followers = await town.prisma.follower.findMany({ select: { ticketId: true } })
    const lamp = await town.prisma.ticket.findFirstOrThrow({ where: { duty: 'V-LAMP' } })
    expect(followers).toEqual([{ ticketId: lamp.id }])
  })

  const conversation = async () => `g:${(await town.prisma.channelGroup.findFirstOrThrow({ where: { externalId: 'room' } })).groupId}`
})

describe('a group that a program may not post into', () => {
  beforeEach(() => bind(town, 'g0', 'by-hand', { posts: 'confirm' }))

  it('gets one post a day by somebody’s hand, who says 已发', async () => {
    await town.notify([
      notice('a', inGroup(0), '【坪01】已登记：路灯。', { urgent: false, occasion: 'opened', brief: '坪01 路灯' }),
      notice('b', inGroup(0), '【坪02】已登记：水管。', { urgent: false, occasion: 'opened', brief: '坪02 水管' }),
    ])
    await town.settle()
    expect(town.said).toEqual([])
    town.now.product = new Date('2026-11-24T09:00:00Z')
    await town.settle()
    expect(saidTo('li')).toEqual(['请把下一条发到“群g0”，发好回“已发”。', '今天坪头村：新登记2件（坪01 路灯；坪02 水管）。'])
    expect([await town.noticeState('a'), await town.noticeState('b')]).toEqual(['claimed', 'claimed'])
    await tell('li', '已发')
    expect(saidTo('li').at(-1)).toBe('记下了，“群g0”的已发。')
    expect([await town.noticeState('a'), await town.noticeState('b')]).toEqual(['sent', 'sent'])
    await tell('li', '已发')
    expect(saidTo('li').at(-1)).toBe('没有等您发的。')
  })

  it('gets what is urgent at once', async () => {
    await town.notify([notice('a', inGroup(0), '人先离开危险的地方。')])
    await town.settle()
    expect(saidTo('li').at(-1)).toBe('人先离开危险的地方。')
  })
})

describe('a customer group whose 群发 is not to be had', () => {
  it('gets what was to be tapped by somebody’s hand', async () => {
    const mass = await anOutboxTown({ channel: 'wecom-mass', groups: 1, sandbox: false })
    await bind(mass, 'g0', 'wecom-mass', { posts: 'confirm' })
    mass.answer(() => ({ outcome: 'elsewhere', why: '今天的次数用完了' }))
    await mass.notify([notice('a', inGroup(0), '【坪01】已登记：路灯。', { urgent: false, occasion: 'opened' })])
    await mass.work()
    expect(await mass.posts()).toEqual([])
    mass.now.product = new Date('2026-11-24T09:00:00Z')
    await mass.work()
    const waits = { state: 'confirm', channel: 'by-hand', text: '【坪01】已登记：路灯。' }
    expect((await mass.posts()).map(({ state, channel, text }) => ({ state, channel, text }))).toContainEqual(waits)
    expect(await mass.prisma.question.findMany()).toMatchObject([{ personId: 'clerk', what: 'toPost' }])
    expect(await mass.noticeState('a')).toBe('claimed')
    await mass.close()
  })
})

describe('what no database keeps', () => {
  const bad = '路\u0000灯\ud83d'
  it.each(['wecom-bot', 'wecom-app', 'wecom-kf', 'wechaty'] as const)(
    'is dropped from a message of %s, and the rest is heard',
    async (channel) => {
      const photos = [{ name: `${bad}.jpg`, type: 'image/jpeg', bytes: new Uint8Array([255, 216, 255]) }]
      const sender = { externalId: 'x9', name: `老${bad}周`, phone: null }
      const quote = { externalId: `q${bad}`, text: bad }
      expect(await hear('x9', `三社路口的${bad}不亮了`, { channel, id: `id${bad}`, group: null, sender, quote, photos })).toBe('received')
      expect(await town.prisma.message.findFirstOrThrow({ where: { channel } })).toMatchObject({
        id: 'id路灯',
        text: '三社路口的路灯不亮了',
        photos: [{ name: '路灯.jpg' }],
      })
    },
  )
})

describe('a robot’s key', () => {
  it('is closed before its message is kept', () => {
    const said = '机器人 坪头村 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'
    const kept = sealKeys(said, (key) => `sealed:${key.length}`)
    expect(kept).toMatch(/^机器人 坪头村 robot:[0-9a-f]{16}:sealed:36$/u)
    expect(sealKeys('网址 https://example.cn/send?key=12345678', () => 'x')).toContain('example.cn')
  })
})
