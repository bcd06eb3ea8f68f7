import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ChannelMessage, Outage } from '../../src/ports/hearing.ts'
import { anOutboxTown, type OutboxTown, START } from '../support/outbox.ts'

let town: OutboxTown
beforeEach(async () => {
  town = await anOutboxTown({ channel: 'wechaty', groups: 1, sandbox: false })
})
afterEach(() => town.close())

const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)
const outage = (to: Date | null): Outage => ({ channel: 'wechaty', from: START, to, why: '账号退出了登录' })
const alone = (text: string): { message: ChannelMessage; at: Date } => ({
  message: {
    channel: 'wechaty',
    id: text,
    sender: { externalId: 'x1', name: '老周', phone: null },
    group: null,
    text,
    quote: null,
    photos: [],
  },
  at: later(1),
})
const told = async () =>
  (await town.prisma.notice.findMany({ where: { occasion: 'outage' }, orderBy: { dueAt: 'asc' } })).map((n) => n.text)

it('tells the duty cadre once while it lasts, and when it is over', async () => {
  await town.hearing.outage(outage(null), [])
  await town.hearing.outage(outage(null), [])
  expect(await told()).toEqual(['Wechaty从11月24日 10:00起断了（账号退出了登录），群里的话现在听不到。急事请打电话。'])
  await town.hearing.outage(outage(later(30)), [])
  expect((await told()).at(-1)).toBe(
    'Wechaty断过（11月24日 10:00到11月24日 10:30），现在好了。这段时间群里的话可能没听到，请到群里看一眼。',
  )
})

it('is silent about a moment in which nothing is known to be missed', async () => {
  await town.hearing.outage(outage(later(1)), [])
  expect(await told()).toEqual([])
})

it('keeps to itself what somebody said alone with the bot', async () => {
  await town.hearing.outage(outage(later(1)), [alone('邻居占了我家的地')])
  expect(await told()).toEqual([
    'Wechaty断过（11月24日 10:00到11月24日 10:01），现在好了。这1条没有登记，请看要不要办：\n11月24日 10:01 单独发来 老周（未认）：内容没有列出，请去问一声',
  ])
})
