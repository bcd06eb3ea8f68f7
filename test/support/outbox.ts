import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import type { ChannelName } from '../../src/domain/capability.ts'
import { type Conversation, type NoticeDraft, toGroup } from '../../src/domain/notice.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { createHearing } from '../../src/inbox/hear.ts'
import { knock } from '../../src/inbox/knock.ts'
import { tellOutage } from '../../src/inbox/outage.ts'
import { createReceive, createReceiveAlone } from '../../src/inbox/receive.ts'
import { takeBack } from '../../src/inbox/take-back.ts'
import { createEngine } from '../../src/jobs/engine.ts'
import { draw } from '../../src/pictures/draw.ts'
import type { Channel, OutgoingPost, SayOutcome } from '../../src/ports/channel.ts'
import type { ChannelLog } from '../../src/ports/channel-log.ts'
import type { Hearing } from '../../src/ports/hearing.ts'
import type { Identities } from '../../src/ports/identities.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import type { Store } from '../../src/ports/store.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { tellWaiting } from '../../src/speaking/carry-out.ts'
import { createDelivery, type Delivery } from '../../src/speaking/deliver.ts'
import { channelLogOf } from '../../src/store/channel-log.ts'
import { frontDeskOf } from '../../src/store/front-desk.ts'
import { identitiesOf } from '../../src/store/identities.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createStore } from '../../src/store/store.ts'
import { toldLate } from '../../src/store/told-late.ts'
import type { Database } from '../../src/store/transaction.ts'
import { slowReaders } from '../../src/wiring/slow-readers.ts'
import { strangerName } from '../../src/wording/channels.ts'
import { freshDatabase } from './database.ts'
import { openDatabase, sealer } from './keys.ts'

export const TOWN = 't'

export interface PostSeen {
  id: string
  state: string
  text: string
  why: string | null
  attempts: number
  channel: string
}

/** A small township on a fresh database, a channel that answers as it is told, and two clocks that stand where they are put. */
export interface OutboxTown {
  prisma: Database
  store: Store
  outbox: Outbox
  delivery: Delivery
  identities: Identities
  log: ChannelLog
  hearing: Hearing
  /** Handles what was heard, tells and delivers. */
  settle(): Promise<void>
  /** What the channel was asked to say. */
  said: OutgoingPost[]
  faults: string[]
  now: { product: Date; machine: Date }
  answer(next: (post: OutgoingPost) => SayOutcome | Promise<SayOutcome>): void
  notify(notices: readonly NoticeDraft[]): Promise<void>
  /** Decides about every conversation that has something to say, then delivers. */
  work(): Promise<void>
  tell(): Promise<void>
  posts(): Promise<PostSeen[]>
  noticeState(key: string): Promise<string>
  /** Another process on the same database. */
  another(): Delivery
  close(): Promise<void>
}

export const notice = (key: string, to: Conversation, text = key, more: Partial<NoticeDraft> = {}): NoticeDraft => ({
  key,
  to,
  ticket: null,
  occasion: 'reply',
  text,
  urgent: true,
  ...more,
})

interface Options {
  channel?: ChannelName
  groups?: number
  sandbox?: boolean
  buckets?: Channel['buckets']
  /** One that was made otherwise; it stays when the town closes. */
  url?: string
}

export const START = new Date('2026-11-24T02:00:00Z')

export async function anOutboxTown({
  channel = 'wecom-robot',
  groups = 3,
  sandbox = true,
  buckets = () => [],
  url,
}: Options = {}): Promise<OutboxTown> {
  const database = url === undefined ? await freshDatabase() : { url, close: async () => {} }
  const { prisma, straight, close } = openDatabase({ url: database.url })
  const now = { product: START, machine: START }
  const said: OutgoingPost[] = []
  const faults: string[] = []
  let answer: (post: OutgoingPost) => SayOutcome | Promise<SayOutcome> = () => ({ outcome: 'sent', externalId: null })
  const ours: Channel = {
    name: channel,
    sideBySide: 8,
    buckets,
    say: async (post) => {
      said.push(post)
      return answer(post)
    },
  }
  const outfit = { calendar: chineseCalendar(), settings: { ...defaultSettings, groupPostsPerHour: 600 }, newId: randomUUID }
  const reach = { open: new Set([channel]), sandbox, machine: () => now.machine }
  const store = createStore(prisma, outfit)
  const outbox = createOutbox(prisma, {
    outfit,
    seal: sealer,
    draw,
    make: async () => ({ instead: 'no files here' }),
  })
  const log = channelLogOf(prisma)
  const process = () =>
    createDelivery({
      outbox,
      channels: [ours],
      log,
      clock: { now: () => now.product },
      reach,
      fault: (what, thrown) => faults.push(`${what}: ${thrown}`),
    })
  const delivery = process()
  await prisma.town.create({ data: { id: TOWN, name: '鸡峰镇', sample: false } })
  await prisma.gridNode.createMany({
    data: [
      { townId: TOWN, id: 't', parentId: null, level: 'town', name: '鸡峰镇', short: '鸡', position: 0 },
      { townId: TOWN, id: 'a', parentId: 't', level: 'village', name: '坪头村', short: '坪', position: 1 },
    ],
  })
  await prisma.person.createMany({
    data: [
      { townId: TOWN, id: 'duty', name: '赵强', position: 0 },
      { townId: TOWN, id: 'clerk', name: '李敏', position: 1 },
      { townId: TOWN, id: 'zhou', name: '周大爷', phone: '13900000001', position: 2, householdId: 'h1' },
      { townId: TOWN, id: 'secretary', name: '孙立', position: 3 },
    ],
  })
  await prisma.personRole.createMany({
    data: [
      { townId: TOWN, personId: 'duty', role: 'duty', gridId: 't' },
      { townId: TOWN, personId: 'clerk', role: 'clerk', gridId: 'a' },
      { townId: TOWN, personId: 'secretary', role: 'secretary', gridId: 'a' },
    ],
  })
  await prisma.household.create({ data: { townId: TOWN, id: 'h1', gridId: 'a' } })
  await prisma.dutyLine.createMany({ data: sampleDuties.map((line, position) => ({ townId: TOWN, code: line.code, line, position })) })
  const ids = Array.from({ length: groups }, (_, i) => `g${i}`)
  await prisma.chatGroup.createMany({
    data: ids.map((id, position) => ({ townId: TOWN, id, name: `群${id}`, kind: 'village', gridId: 'a', position })),
  })
  const tell = async () => {
    for (
      let places = await store.conversationsToTell(now.product, 1000);
      places.length > 0;
      places = await store.conversationsToTell(now.product, 1000)
    )
      for (const place of places) await store.tellNext(place, now.product, tellWaiting(reach))
  }
  const clock = { now: () => now.product }
  const identities = identitiesOf(prisma, TOWN, randomUUID, strangerName)
  const { judge } = createClassifier({ duties: sampleDuties, places: ['坪头村'] })
  const engine = createEngine({
    store,
    clock,
    reach,
    judge: () => judge,
    slow: await slowReaders(null),
    spoken: () => {},
    fault: (what, thrown) => faults.push(`${what}: ${thrown}`),
  })
  const hearing = createHearing({
    town: () => TOWN,
    identities: () => identities,
    log,
    receive: createReceive(store, () => {}),
    receiveAlone: createReceiveAlone(
      frontDeskOf(straight),
      () => now.machine,
      () => {},
    ),
    receiveAll: (messages, mark) => store.record(messages, mark),
    toldLate: (town, channel, from, to) => toldLate(prisma, town, { channel, from, to }, 20),
    knock: (town, seen, word) => store.atDesk(town, now.product, (desk) => knock(desk, seen, word)),
    tellOutage: (town, outage, missed) => store.atDesk(town, now.product, (desk) => tellOutage(desk, outage, missed)),
    takeBack: (town, message) => store.atDesk(town, now.product, (desk) => takeBack(desk, message)),
    clock,
    machine: () => now.machine,
  })
  return {
    prisma,
    store,
    hearing,
    async settle() {
      await engine.work({ windows: true })
      await delivery.work()
    },
    outbox,
    delivery,
    identities,
    log,
    said,
    faults,
    now,
    answer: (next) => {
      answer = next
    },
    notify: (notices) => store.atDesk(TOWN, now.product, (desk) => desk.notify(notices)),
    tell,
    async work() {
      await tell()
      await delivery.work()
    },
    posts: () => prisma.post.findMany({ orderBy: { seq: 'asc' } }),
    noticeState: async (key) => (await prisma.notice.findUniqueOrThrow({ where: { townId_key: { townId: TOWN, key } } })).state,
    another: process,
    async close() {
      await delivery.close()
      await close()
      await database.close()
    },
  }
}

/** The group speaks through the channel, under the id ext-<group>. */
export async function bind(town: OutboxTown, group: string, channel: ChannelName, more: { posts?: string } = {}): Promise<void> {
  await town.prisma.channelGroup.create({
    data: {
      townId: TOWN,
      channel,
      externalId: `ext-${group}`,
      groupId: group,
      hears: 'none',
      posts: more.posts ?? 'auto',
      mentions: true,
      perMinute: 20,
      state: 'bound',
      firstSeenAt: START,
    },
  })
}

export const inGroup = (n: number): Conversation => toGroup(`g${n}`)
