import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anOutboxTown, type OutboxTown, TOWN } from '../support/outbox.ts'

let town: OutboxTown
let count = 0

beforeEach(async () => {
  town = await anOutboxTown({ channel: 'wechaty', groups: 1, sandbox: false })
  for (const [personId, externalId] of [
    ['clerk', 'li'],
    ['secretary', 'sun'],
    ['zhou', 'zhou'],
  ] as const)
    await town.prisma.identity.create({
      data: { townId: TOWN, channel: 'wechaty', externalId, personId, tiedBy: 'roster', tiedAt: town.now.machine },
    })
  await town.prisma.channelGroup.create({
    data: {
      ...{
        townId: TOWN,
        channel: 'wechaty',
        externalId: 'room',
        groupId: 'g0',
        state: 'bound',
        name: '坪头便民',
        firstSeenAt: town.now.machine,
      },
      ...{ hears: 'all', posts: 'auto', mentions: true, perMinute: 12 },
    },
  })
})
afterEach(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

async function say(text: string, { settle = true, alone = false, from = 'zhou' } = {}): Promise<string> {
  const id = `m${++count}`
  await town.hearing.hear({
    ...{ channel: 'wechaty', id, sender: { externalId: from, name: '快乐老周', phone: null }, text, quote: null, photos: [] },
    group: alone ? null : { externalId: 'room', name: '坪头便民' },
  })
  if (settle) await town.settle()
  return id
}
async function recall(id: string): Promise<void> {
  await town.hearing.recalled({ channel: 'wechaty', id })
  await town.settle()
}
const saidTo = (externalId: string) => town.said.filter((p) => p.externalId === externalId).map((p) => p.text)
const everywhere = async () =>
  JSON.stringify([
    await town.prisma.message.findMany({ where: { personId: { not: null } }, select: { text: true } }),
    await town.prisma.ticket.findMany({ select: { text: true } }),
  ])

describe('a message that opened a ticket and is taken back', () => {
  it.each([
    '三社路口的路灯不亮了',
    '二社水管爆了，水淌了一路',
    '一社垃圾堆了半个月没人拉',
    '四社的桥栏杆断了，危险得很',
    '变压器嗡嗡响，停电两天了，三社的',
    '五社自来水停了三天',
    '公厕门坏了，没人修，三社的',
    '河堤冲开了一个口子，二社的',
    '水渠堵了，浇不上地，四社',
    '学校门口的路灯坏了好几天了',
  ])('%s: its words are gone, and the clerk is asked to ask', async (text) => {
    const id = await say(text)
    const ticket = await town.prisma.ticket.findFirstOrThrow()
    await recall(id)
    expect(await everywhere()).not.toContain(text.slice(0, 6))
    expect((await town.prisma.ticket.findFirstOrThrow()).text).toBe('[已撤回]')
    expect(saidTo('li').at(-1)).toBe(
      `【${ticket.label}】周大爷把报这件事的消息撤回了，原话已隐去。请问一声还办不办，不办了回“不是事 ${ticket.label}”。`,
    )
    expect((await town.prisma.ticket.findFirstOrThrow()).status).toBe('open')
  })

  it('among others leaves the others, and told twice is told once', async () => {
    await say('三社路口的路灯不亮了', { settle: false })
    const second = await say('我叫周小军电话就不留了')
    await recall(second)
    await recall(second)
    expect((await town.prisma.ticket.findFirstOrThrow()).text).toBe('三社路口的路灯不亮了')
    expect(saidTo('li').filter((text) => text.includes('撤回'))).toHaveLength(1)
  })

  it('alone with the bot, of a household: only its owner is told', async () => {
    const id = await say('我家低保停了，娃上学都没钱', { alone: true })
    const ticket = await town.prisma.ticket.findFirstOrThrow()
    await recall(id)
    expect((await town.prisma.ticket.findFirstOrThrow()).text).toBe('[已撤回]')
    expect([...saidTo('li'), ...saidTo('sun')].join()).toContain(`【${ticket.label}】周大爷把报这件事的消息撤回了`)
    expect(saidTo('room').join()).not.toContain('撤回')
  })
})

describe('a message that nobody has taken up yet', () => {
  it('is nothing any more when it is taken back before it was judged', async () => {
    const id = await say('三社路口的路灯不亮了', { settle: false })
    await recall(id)
    expect(await town.prisma.ticket.count()).toBe(0)
    expect(await everywhere()).not.toContain('路灯')
    expect(saidTo('zhou')).toEqual([])
  })

  it('is asked of nobody when the clerk was asked', async () => {
    const id = await say('那个线好像耷拉下来了', { alone: true })
    await recall(id)
    expect(await town.prisma.ticket.count()).toBe(0)
    expect(await town.prisma.question.count({ where: { what: 'isMatter', answeredAt: null } })).toBe(0)
  })

  it('that was never kept, or is the bot’s own, changes nothing', async () => {
    await recall('nobody-has-this')
    expect(await town.prisma.message.count()).toBe(0)
  })
})
