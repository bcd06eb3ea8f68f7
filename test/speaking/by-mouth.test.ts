import { afterEach, beforeEach, expect, it } from 'vitest'
import { toPerson } from '../../src/domain/notice.ts'
import { anOutboxTown, type OutboxTown, START, TOWN } from '../support/outbox.ts'

const HOUR_MS = 3_600_000
let town: OutboxTown

beforeEach(async () => {
  town = await anOutboxTown({ channel: 'wecom-kf', groups: 1, sandbox: false })
  await town.hearing.hear({
    ...{ channel: 'wecom-kf', id: 'm1', group: null, quote: null, photos: [] },
    sender: { externalId: 'wk1/wmZhou', name: null, phone: '13900000001' },
    text: '坪头村三社路口的路灯不亮了',
  })
  await town.settle()
})
afterEach(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

/** The owner, who is at the desk, says that it is done. */
async function resolve(hoursLater: number): Promise<string> {
  town.now.machine = new Date(START.getTime() + hoursLater * HOUR_MS)
  const { ownerId } = await town.prisma.ticket.findFirstOrThrow()
  const owner = ownerId ?? ''
  await town.store.record([
    {
      ...{ town: TOWN, channel: 'desk', id: 'm2', conversation: toPerson(owner), person: owner, quote: null, photos: [] },
      ...{ text: '办结 1 换了灯泡', at: town.now.product },
    },
  ])
  await town.settle()
  return owner
}
const toOwner = (owner: string) => town.prisma.notice.findMany({ where: { conversation: toPerson(owner), occasion: 'by-mouth' } })

it('asks a resident of customer service within two days of their word', async () => {
  const owner = await resolve(47)
  expect(town.said.at(-1)).toMatchObject({ externalId: 'wk1/wmZhou', text: expect.stringContaining('办好了吗') })
  expect(await toOwner(owner)).toEqual([])
})

it('after two days asks the owner to tell them, and posts nothing that the platform would refuse', async () => {
  const before = town.said.length
  const owner = await resolve(49)
  expect(town.said).toHaveLength(before)
  expect((await toOwner(owner)).map((n) => n.text)).toEqual([
    expect.stringMatching(/^给周大爷的这条消息发不过去，请打电话或当面转告：【坪01】.*办好了吗/u),
  ])
})

it('does the same when the platform says that the time is over', async () => {
  town.answer(() => ({ outcome: 'elsewhere', why: '95013' }))
  const owner = await resolve(1)
  expect(await toOwner(owner)).toHaveLength(1)
})

it('does not when nobody knows whether it was read', async () => {
  town.answer(() => ({ outcome: 'unknown', why: 'timeout' }))
  const owner = await resolve(1)
  expect(await toOwner(owner)).toEqual([])
})
