import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { CHANNEL_KINDS } from '../../src/domain/capability.ts'
import { villageGroup } from '../../src/domain/roster.ts'
import { listUp } from '../../src/inbox/list-up.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { beginTrial } from '../../src/tickets/trial.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../support/outbox.ts'

/** One village with two groups: the first is only heard, the second is spoken to. */
let town: OutboxTown
let count = 0
const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const atDesk = <T>(run: (desk: Desk) => Promise<T>) => town.store.atDesk(TOWN, town.now.product, run)

async function say(from: string, text: string, group: 'g0' | 'g1' | null = null): Promise<void> {
  const sender = { externalId: from, name: null, phone: null }
  const room = group && { externalId: `ext-${group}`, name: null }
  await town.hearing.hear({ channel: 'wechaty', id: `m${++count}`, sender, group: room, text, quote: null, photos: [] })
  await town.settle()
}
const saidIn = (externalId: string) => town.said.filter((p) => p.externalId === externalId).map((p) => p.text)
const ticketOf = (reporterId: string) => town.prisma.ticket.findFirstOrThrow({ where: { reporterId } })
const later = (minutes: number) => {
  const at = new Date(town.now.product.getTime() + minutes * 60_000)
  Object.assign(town.now, { product: at, machine: at })
}

beforeAll(async () => {
  town = await anOutboxTown({ channel: 'wechaty', groups: 2, sandbox: false })
  const at = town.now.machine
  for (const groupId of ['g0', 'g1'])
    await town.prisma.channelGroup.create({
      data: {
        ...{ townId: TOWN, channel: 'wechaty', externalId: `ext-${groupId}`, groupId, state: 'bound', firstSeenAt: at },
        ...(CHANNEL_KINDS.wechaty.group ?? { hears: 'all', posts: 'auto', mentions: true, perMinute: 12 }),
      },
    })
  await town.prisma.person.create({ data: { townId: TOWN, id: 'wang', name: '王婶', position: 9 } })
  for (const personId of ['duty', 'clerk', 'secretary', 'zhou', 'wang'])
    await town.prisma.identity.create({
      data: { townId: TOWN, channel: 'wechaty', externalId: personId, personId, tiedBy: 'roster', tiedAt: at },
    })
  await atDesk((desk) => beginTrial(desk, 'g0'))
})
afterAll(() => town.close())
afterEach(() => expect(town.faults).toEqual([]))

it('registers what is told in the one and says so there; what is told in the other is the clerk’s', async () => {
  await say('wang', '三社路口的路灯又不亮了', 'g1')
  expect(await ticketOf('wang')).toMatchObject({ label: '坪01', groupId: 'g1' })
  expect(saidIn('ext-g1')).toEqual([expect.stringContaining('【坪01】已登记')])
  await say('zhou', '二社的自来水停了两天了', 'g0')
  await atDesk((desk) => listUp(desk, judge, desk.now))
  await town.settle()
  expect(saidIn('clerk').at(-1)).toContain('“二社的自来水停了两天了”')
  await say('clerk', '1')
  expect(await ticketOf('zhou')).toMatchObject({ label: '坪02', groupId: 'g0' })
  expect([saidIn('ext-g0'), saidIn('zhou')]).toEqual([[], []])
  expect(saidIn('ext-g1')).toHaveLength(1)
})

it('tells how it ended where it was told: the one group reads it, of the other neither group does', async () => {
  for (const [reporter, done] of [
    ['wang', '换了灯泡'],
    ['zhou', '水管接好了'],
  ] as const) {
    const { ownerId, label } = await ticketOf(reporter)
    await say(ownerId ?? '', `办结 ${label} ${done}`)
    later(5)
    await town.settle()
  }
  await say('wang', '满意')
  // Nobody asks 周大爷; after three working days it is over.
  later(7 * 24 * 60)
  await town.settle()
  expect(await ticketOf('zhou')).toMatchObject({ status: 'closed' })
  expect(saidIn('ext-g1').slice(1)).toEqual([expect.stringContaining('坪01')])
  expect([saidIn('ext-g0'), saidIn('zhou')]).toEqual([[], []])
})

it('announces what is for the village where it is read', async () => {
  expect(await atDesk(async (desk) => villageGroup(desk.roster, 'a')?.id)).toBe('g1')
})

it('tells who says 先听一周 alone, of both, to say it where it is meant', async () => {
  await atDesk((desk) => beginTrial(desk, 'g1'))
  await say('secretary', '先听一周')
  expect(saidIn('secretary').at(-1)).toMatch(/^这里有2个群：.+。请到要先听的那个群里说“先听一周”。$/u)
})
