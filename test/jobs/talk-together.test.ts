import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { toGroup } from '../../src/domain/notice.ts'
import { handleMessage } from '../../src/inbox/handle.ts'
import { runJob } from '../../src/jobs/jobs.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { slowReaders } from '../../src/wiring/slow-readers.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../support/outbox.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: ['坪头村'] })
const place = { town: TOWN, conversation: toGroup('g0') }
let town: OutboxTown

beforeEach(async () => {
  town = await anOutboxTown({ channel: 'wechaty', groups: 1, sandbox: false })
  const seen = { townId: TOWN, channel: 'wechaty', firstSeenAt: town.now.machine, perMinute: 12 }
  await town.prisma.identity.create({
    data: { townId: TOWN, channel: 'wechaty', externalId: 'zhou', personId: 'zhou', tiedBy: 'roster', tiedAt: town.now.machine },
  })
  await town.prisma.channelGroup.create({
    data: { ...seen, externalId: 'room', groupId: 'g0', state: 'bound', name: '坪头便民', hears: 'all', posts: 'auto', mentions: true },
  })
})
afterEach(() => town.close())

const say = (id: string, text: string): Promise<unknown> =>
  town.hearing.hear({
    ...{ channel: 'wechaty', id, sender: { externalId: 'zhou', name: '快乐老周', phone: null }, text, quote: null, photos: [] },
    group: { externalId: 'room', name: '坪头便民' },
  })

/** Handles what waits, and stands still before it is written until it is let go. */
function handledSlowly(): { begun: Promise<void>; letGo(): void; done: Promise<unknown> } {
  const begun = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const done = town.store.handleNext(place, town.now.product, 50, async (desk, heard) => {
    await handleMessage(desk, heard, judge)
    begun.resolve()
    await gate.promise
  })
  return { begun: begun.promise, letGo: gate.resolve, done }
}

const services = { ...(await slowReaders(null)), judge, afterwards: () => {} }
const endWindow = (key: string) => town.store.endReports(TOWN, [key], town.now.product, (desk, work) => runJob(desk, work, services))

describe('lines that are handled together', () => {
  it('fail together once, and then only the one that cannot be handled', async () => {
    for (let n = 0; n < 12; n++) await say(`m${n}`, `今天天气真好${n}`)
    await town.prisma.$executeRawUnsafe(
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$`,
    )
    await town.prisma.$executeRawUnsafe(
      `CREATE TRIGGER poison BEFORE UPDATE OF "reportId" ON "Message" FOR EACH ROW WHEN (NEW.id = 'm8') EXECUTE FUNCTION poison()`,
    )
    await town.settle()
    expect(await town.prisma.message.count({ where: { handledAt: null } })).toBe(0)
    expect(town.faults).toHaveLength(5)
    expect(await town.prisma.notice.count({ where: { occasion: 'unread' } })).toBe(1)
  })

  it('are not given up for a database that has no room', async () => {
    await say('m0', '今天天气真好')
    await town.prisma.$executeRawUnsafe(
      `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$`,
    )
    await town.prisma.$executeRawUnsafe('CREATE TRIGGER no_room BEFORE INSERT ON "Report" EXECUTE FUNCTION no_room()')
    for (let n = 0; n < 6; n++) await town.settle()
    expect(await town.prisma.message.count({ where: { handledAt: null } })).toBe(1)
    await town.prisma.$executeRawUnsafe('DROP TRIGGER no_room ON "Report"')
    await town.settle()
    expect(await town.prisma.message.count({ where: { handledAt: null } })).toBe(0)
    expect(await town.prisma.notice.count({ where: { occasion: 'unread' } })).toBe(0)
  })

  it('are tried once by whoever hurries when what they say cannot be written', async () => {
    await say('m0', '三社路口的路灯又不亮了')
    await town.prisma.$executeRawUnsafe(
      `CREATE FUNCTION no_ticket() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no ticket'; END $$`,
    )
    await town.prisma.$executeRawUnsafe('CREATE TRIGGER no_ticket BEFORE INSERT ON "Ticket" EXECUTE FUNCTION no_ticket()')
    await town.settle()
    expect(town.faults).toHaveLength(1)
    await town.prisma.$executeRawUnsafe('DROP TRIGGER no_ticket ON "Ticket"')
    await town.settle()
    expect(await town.prisma.ticket.count()).toBe(1)
  })

  it('are part of their report although its window ends in another process meanwhile', async () => {
    await say('m0', '三社路口的路灯又不亮了')
    await town.store.handleNext(place, town.now.product, 50, (desk, heard) => handleMessage(desk, heard, judge))
    const { key } = await town.prisma.due.findFirstOrThrow({ where: { job: 'close-report' } })
    await say('m1', '黑得很，昨晚有人摔了一跤')
    const slow = handledSlowly()
    await slow.begun
    expect(await endWindow(key)).toEqual({ ended: 0, left: [] })
    expect(await town.store.runDue({ town: TOWN, key }, town.now.product, (desk, work) => runJob(desk, work, services))).toBe(false)
    slow.letGo()
    await slow.done
    expect(await endWindow(key)).toMatchObject({ ended: 1 })
    const { text } = await town.prisma.ticket.findFirstOrThrow()
    expect(text).toContain('路灯')
    expect(text).toContain('摔了一跤')
  })

  it('lose the words that are taken back while they are being handled', async () => {
    await say('m0', '救命，二社有人要跳楼')
    const slow = handledSlowly()
    await slow.begun
    const recalled = town.hearing.recalled({ channel: 'wechaty', id: 'm0' })
    await town.store.towns()
    slow.letGo()
    await slow.done
    await recalled
    const kept = await town.prisma.ticket.findMany({ select: { text: true } })
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain('跳楼')
  })
})
