import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import type { ChannelName } from '../../src/domain/capability.ts'
import { CHANNEL_KINDS } from '../../src/domain/capability.ts'
import { mirrorOrder } from '../../src/inbox/mirror-order.ts'
import type { ChannelMessage } from '../../src/ports/hearing.ts'
import type { IncomingMessage } from '../../src/ports/store.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../support/outbox.ts'

const PHOTO = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
const WORDS = '三社路口的路灯又不亮了'
const IN_GROUP = ['wecom-archive', 'wecom-bot', 'wechaty'] as const
const ALONE = ['wecom-kf', 'wecom-app', 'wecom-bot', 'wechaty'] as const
/** What the store calls a file that the platform calls so. */
const hashOf = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, 32)
const pairs = <T>(list: readonly T[]): [T, T][] => list.flatMap((a) => list.filter((b) => b !== a).map((b): [T, T] => [a, b]))
/** How each channel calls 周大爷, who is tied in all of them. */
const ZHOU: Partial<Record<ChannelName, string>> = {
  'wecom-archive': 'wmZhouDaYe0123456789abcdefgh',
  'wecom-bot': 'ZhouDaYe',
  'wecom-app': 'ZhouDaYe',
  'wecom-kf': 'wk1/wmZhouDaYe0123456789abcdefgh',
  wechaty: 'zhou-wechat',
}

let town: OutboxTown
let count = 0

/** What was kept before this test. */
let before = 0n

beforeAll(async () => {
  town = await anOutboxTown({ channel: 'wechaty', groups: 2, sandbox: false })
  for (const channel of IN_GROUP)
    for (const group of ['g0', 'g1'])
      await town.prisma.channelGroup.create({
        data: {
          ...{ townId: TOWN, channel, externalId: `room-${group}`, groupId: group, state: 'bound', firstSeenAt: town.now.machine },
          ...(CHANNEL_KINDS[channel].group ?? { hears: 'all', posts: 'none', mentions: false, perMinute: 1 }),
        },
      })
  for (const [channel, externalId] of Object.entries(ZHOU))
    await town.prisma.identity.create({
      data: { townId: TOWN, channel, externalId, personId: 'zhou', tiedBy: 'cadre', tiedAt: town.now.machine },
    })
})
afterAll(() => town.close())
beforeEach(async () => {
  const now = new Date(town.now.machine.getTime() + 10 * 60_000)
  Object.assign(town.now, { product: now, machine: now })
  before = (await town.prisma.message.aggregate({ _max: { seq: true } }))._max.seq ?? 0n
})
afterEach(() => expect(town.faults).toEqual([]))

const after = (seconds: number) => new Date(town.now.machine.getTime() + seconds * 1000)
async function hear(
  channel: ChannelName,
  text: string,
  more: Partial<Omit<ChannelMessage, 'group'>> & { from?: string; group?: 'g0' | 'g1' | null } = {},
) {
  const { from = ZHOU[channel] ?? '', group = 'g0', ...rest } = more
  const message: ChannelMessage = {
    ...{ channel, id: `${channel}-${++count}`, sender: { externalId: from, name: null, phone: null }, text, quote: null, photos: [] },
    group: group && { externalId: `room-${group}`, name: null },
    saidAt: town.now.machine,
    ...rest,
  }
  if (channel === 'wecom-archive') await town.hearing.hearAll([message], { name: 'archive', value: String(count) })
  else await town.hearing.hear(message)
  return message.id
}
const kept = () => town.prisma.message.findMany({ where: { personId: { not: null }, seq: { gt: before } }, orderBy: { seq: 'asc' } })
const tickets = async () => {
  await town.settle()
  return town.prisma.ticket.count()
}

describe('the same words by two ears', () => {
  it.each(pairs(IN_GROUP))('are one message in a group: %s, then %s', async (first, second) => {
    const id = await hear(first, WORDS)
    const opened = await tickets()
    expect(opened).toBeGreaterThan(0)
    const again = await hear(second, `${WORDS}。`, { saidAt: after(3) })
    expect(await tickets()).toBe(opened)
    // Told again by its platform it is still the same.
    await hear(second, `${WORDS}。`, { id: again, saidAt: after(3) })
    expect((await kept()).map((m) => m.id)).toEqual([id])
  })

  it.each(pairs(ALONE))('are one message one-to-one: %s, then %s', async (first, second) => {
    await hear(first, WORDS, { group: null })
    await hear(second, WORDS, { group: null, saidAt: after(3) })
    expect(await kept()).toHaveLength(1)
  })

  it.each(pairs(IN_GROUP))('are one message inside one batch: %s, then %s', async (first, second) => {
    const incoming = (channel: ChannelName, text: string): IncomingMessage => ({
      ...{ town: TOWN, channel, id: `${channel}-b${++count}`, conversation: 'g:g0', person: 'zhou', text, quote: null },
      ...{ photos: [], at: town.now.product },
    })
    await town.store.record([incoming(first, WORDS), incoming(first, '别的一句'), incoming(second, WORDS)])
    expect((await kept()).map((m) => m.channel)).toEqual([first, first])
  })

  it.each(pairs(IN_GROUP))('leave the photo that the first had not: %s, then %s', async (first, second) => {
    await hear(first, WORDS)
    await hear(second, WORDS, { photos: [{ name: 'p.png', type: 'image/png', bytes: PHOTO }], saidAt: after(2) })
    const [message, more] = await kept()
    expect(more).toBeUndefined()
    expect(message?.photos).toEqual([{ id: expect.any(String), name: 'p.png' }])
  })

  it.each(['wecom-bot', 'wechaty'] as const)('have the photo from %s that the archive had only named', async (second) => {
    await hear('wecom-archive', '', { wanted: [`file-for-${second}`] })
    const [{ photos: before } = { photos: [] }] = await kept()
    const bytes = new Uint8Array([...PHOTO, second.length])
    await hear(second, '', { photos: [{ name: 'p.png', type: 'image/png', bytes }], saidAt: after(4) })
    const [message, more] = await kept()
    expect([more, message?.photos]).toEqual([undefined, before])
    // One picture, by the name under which it is shown; nothing more is fetched.
    const id = hashOf(`file-for-${second}`)
    expect(message?.photos).toEqual([expect.objectContaining({ id })])
    const same = (await town.prisma.photo.findMany()).filter((p) => Buffer.from(p.bytes).equals(bytes))
    expect(same.map((p) => p.id)).toEqual([id])
    expect(await town.prisma.wantedMedia.count({ where: { id } })).toBe(0)
  })

  it('are quoted and taken back by either id', async () => {
    const first = await hear('wecom-bot', WORDS)
    const second = await hear('wecom-archive', WORDS)
    await town.settle()
    expect(await town.identities.quoted('g:g0', 'wecom-archive', { externalId: second })).toBe(`wecom-bot:${first}`)
    await town.hearing.recalled({ channel: 'wecom-archive', id: second })
    expect((await kept())[0]?.text).toBe('[已撤回]')
  })
})

describe('two messages stay two', () => {
  it('when somebody says it again a minute later', async () => {
    await hear('wecom-archive', WORDS)
    await hear('wechaty', WORDS, { saidAt: after(60) })
    expect(await kept()).toHaveLength(2)
  })

  it('when two people say the same, however the ears tell of it', async () => {
    const other = { 'wecom-archive': 'wmWangJie0123456789abcdefghi', wechaty: 'wang-wechat' } as const
    for (const [channel, externalId] of Object.entries(other))
      await town.prisma.identity.create({
        data: { townId: TOWN, channel, externalId, personId: 'clerk', tiedBy: 'cadre', tiedAt: town.now.machine },
      })
    await hear('wecom-archive', WORDS)
    await hear('wechaty', WORDS, { from: other.wechaty, saidAt: after(2) })
    await hear('wechaty', WORDS, { saidAt: after(1) })
    await hear('wecom-archive', WORDS, { from: other['wecom-archive'], saidAt: after(2) })
    expect((await kept()).map((m) => m.personId)).toEqual(['zhou', 'clerk'])
  })

  it('when they are said twice within a moment, and each ear tells of both', async () => {
    for (const channel of ['wecom-archive', 'wechaty'] as const)
      for (const seconds of [0, 8]) await hear(channel, WORDS, { saidAt: after(seconds) })
    expect(await kept()).toHaveLength(2)
  })

  it('in two groups', async () => {
    await hear('wecom-archive', WORDS)
    await hear('wechaty', WORDS, { group: 'g1' })
    expect(await kept()).toHaveLength(2)
  })
})

describe('somebody who is known to one ear only', () => {
  it.each([
    ['wecom-archive', 'wechaty'],
    ['wechaty', 'wecom-archive'],
  ] as const)('is one with their own words: %s, then %s', async (first, second) => {
    const ids = { 'wecom-archive': 'wmNobody00123456789abcdefghi', wechaty: 'nobody-wechat' }
    await hear(first, WORDS, { from: ids[first] })
    await hear(second, WORDS, { from: ids[second], saidAt: after(1) })
    expect(await kept()).toHaveLength(1)
    await hear(first, '收到', { from: ids[first] })
    await hear(second, '收到', { from: ids[second], saidAt: after(1) })
    // Nobody is sure whose short word it is.
    expect(await kept()).toHaveLength(3)
  })

  it('is nobody whom the other ear would have known', async () => {
    await hear('wecom-archive', WORDS)
    await hear('wechaty', WORDS, { from: 'nobody-wechat', saidAt: after(1) })
    expect(await kept()).toHaveLength(2)
  })
})

describe('a report of 居民上报', () => {
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  const report = (id: string, said: string) =>
    town.store.atDesk(TOWN, town.now.product, (desk) =>
      mirrorOrder(desk, { id, text: `路灯，${said}`, said, places: ['坪头村'], status: '1/1' }, judge),
    )

  it.each(IN_GROUP)('is one with what %s heard before it', async (channel) => {
    const said = `${channel}门口的路灯不亮了三天了`
    await hear(channel, said)
    const opened = await tickets()
    await report(`before-${channel}`, said)
    expect(await tickets()).toBe(opened)
    const order = await town.prisma.residentOrder.findFirstOrThrow({ where: { orderId: `before-${channel}` } })
    expect(await town.prisma.ticketMessage.count({ where: { ticketId: order.ticketId } })).toBeGreaterThan(0)
  })

  it.each(IN_GROUP)('is one with what %s hears after it, and takes no second', async (channel) => {
    const said = `${channel}路口的公厕门坏了没人修`
    await report(`after-${channel}`, said)
    const opened = await tickets()
    await hear(channel, said, { saidAt: after(20) })
    expect(await tickets()).toBe(opened)
    const { ticketId } = await town.prisma.residentOrder.findFirstOrThrow({ where: { orderId: `after-${channel}` } })
    expect(await town.prisma.ticketMessage.count({ where: { ticketId } })).toBe(1)
    await hear(channel, said, { from: 'somebody-else-entirely', saidAt: after(40) })
    await tickets()
    expect((await kept()).at(-1)?.reportId).not.toBeNull()
  })
})
