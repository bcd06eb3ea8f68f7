import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { appChannel } from '../../src/channels/wecom/app.ts'
import { qyApi } from '../../src/channels/wecom/qyapi.ts'
import { robotChannel } from '../../src/channels/wecom/robot.ts'
import { toGroup, toPerson } from '../../src/domain/notice.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { draw } from '../../src/pictures/draw.ts'
import { tellWaiting } from '../../src/speaking/carry-out.ts'
import { createDelivery } from '../../src/speaking/deliver.ts'
import { channelLogOf } from '../../src/store/channel-log.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createStore } from '../../src/store/store.ts'
import type { Database } from '../../src/store/transaction.ts'
import { openDatabase, sealer } from './keys.ts'
import { type Qyapi, startQyapi, type Trouble } from './qyapi.ts'

const TOWN = 'ordeal'
const START = Date.UTC(2026, 10, 24, 1)
const SECOND_MS = 1000
const CALL_MS = 250

/** What goes wrong with a call, in parts of a thousand; together one call in two. */
const TROUBLES: readonly (readonly [parts: number, trouble: Trouble])[] = [
  [130, { errcode: -1 }],
  [60, { errcode: 45009 }],
  [20, { errcode: 45033 }],
  [40, { errcode: 40058 }],
  [60, { page: 200 }],
  [40, { page: 502 }],
  [60, { cut: 'after' }],
  [50, { cut: 'before' }],
  [10, { hang: 'after' }],
  [10, { hang: 'before' }],
  [20, { errcode: 88888 }],
]
const OF_TOKENS: readonly (readonly [parts: number, trouble: Trouble])[] = [...TROUBLES, [80, { errcode: 40014 }]]

/** Mulberry32: the same troubles in the same run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface OrdealReport {
  notices: number
  calls: number
  callsThatFailed: number
  sent: number
  dead: number
  unknown: number
  /** Unknown ones that people did read. */
  unknownRead: number
  undecided: number
  deadWithoutReason: number
  /** Read twice or more. */
  duplicates: number
  /** Sent by our books and never read, or dead and read. */
  untrue: number
  outOfOrder: number
  /** The most messages of one robot in any 60 s. */
  mostInAMinute: number
  virtualMinutes: number
  seconds: number
}

interface Size {
  notices: number
  groups: number
  people: number
  seed: number
}

async function settle(prisma: Database, { groups, people }: Size, seal: (plain: string) => string): Promise<void> {
  await prisma.town.create({ data: { id: TOWN, name: '鸡峰镇', sample: false } })
  await prisma.gridNode.create({ data: { townId: TOWN, id: 't', parentId: null, level: 'town', name: '鸡峰镇', short: '鸡', position: 0 } })
  const at = new Date(START)
  const many = (n: number, prefix: string) => Array.from({ length: n }, (_, i) => `${prefix}${i}`)
  await prisma.chatGroup.createMany({
    data: many(groups, 'g').map((id, position) => ({ townId: TOWN, id, name: id, kind: 'village', gridId: 't', position })),
  })
  await prisma.channelGroup.createMany({
    data: many(groups, 'g').map((id) => ({
      townId: TOWN,
      channel: 'wecom-robot',
      externalId: `robot-${id}`,
      groupId: id,
      hears: 'none',
      posts: 'auto',
      mentions: true,
      perMinute: 20,
      state: 'bound',
      secret: seal(`key-${id}`),
      firstSeenAt: at,
    })),
  })
  await prisma.person.createMany({ data: many(people, 'p').map((id, position) => ({ townId: TOWN, id, name: id, position })) })
  await prisma.identity.createMany({
    data: many(people, 'p').map((id) => ({
      townId: TOWN,
      channel: 'wecom-app',
      externalId: `user-${id}`,
      personId: id,
      tiedBy: 'roster',
      tiedAt: at,
    })),
  })
}

/**
 * Many notices through a platform half of whose calls fail in some way, with robots removed on the way and processes that end
 * between call and settling. Time is a virtual one, so that rates and back-off are kept in full and nobody waits for them.
 */
export async function runOrdeal(databaseUrl: string, size: Size, say: (line: string) => void = () => {}): Promise<OrdealReport> {
  const began = Date.now()
  const { prisma, close } = openDatabase({ url: databaseUrl, connections: 20 })
  let now = START
  const random = dice(size.seed)
  const machine = () => new Date(now)
  const qyapi: Qyapi = await startQyapi({ now: () => now })
  const seal = sealer
  await settle(prisma, size, seal.close)
  let calls = 0
  let failed = 0
  qyapi.robots = new Set(Array.from({ length: size.groups }, (_, i) => `key-g${i}`))
  qyapi.whenever((path) => {
    if (path === 'gettoken') return null
    calls += 1
    let rest = random() * 1000
    for (const [parts, trouble] of path === 'webhook/send' ? TROUBLES : OF_TOKENS) {
      rest -= parts
      if (rest > 0) continue
      failed += 1
      return trouble
    }
    return null
  })
  const outfit = { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID }
  const reach = { open: new Set(['wecom-robot', 'wecom-app'] as const), sandbox: false, machine }
  const store = createStore(prisma, outfit)
  const outbox = createOutbox(prisma, { outfit, seal, draw, make: async () => ({ instead: 'no files here' }) })
  const api = qyApi({ apiBase: qyapi.base, corpId: 'ww01', secret: 'secret-1', callMs: CALL_MS, now: machine })
  const faults: string[] = []
  const process = () =>
    createDelivery({
      outbox,
      channels: [robotChannel({ apiBase: qyapi.base, callMs: CALL_MS }), appChannel(api, '1')],
      log: channelLogOf(prisma),
      clock: { now: machine },
      reach,
      fault: (what, thrown) => faults.push(`${what}: ${thrown}`),
    })
  const processes = [process(), process()]

  const places = [
    ...Array.from({ length: size.groups }, (_, i) => toGroup(`g${i}`)),
    ...Array.from({ length: size.people }, (_, i) => toPerson(`p${i}`)),
  ]
  for (let from = 0; from < size.notices; from += 1000)
    await store.atDesk(TOWN, machine(), (desk) =>
      desk.notify(
        Array.from({ length: Math.min(1000, size.notices - from) }, (_, i) => {
          const n = from + i
          const to = places[n % places.length] ?? toGroup('g0')
          return { key: `n${n}`, to, ticket: null, occasion: 'reply', text: `第${n}件`, urgent: true }
        }),
      ),
    )
  for (;;) {
    const waiting = await store.conversationsToTell(machine(), 500)
    if (waiting.length === 0) break
    for (let i = 0; i < waiting.length; i += 8)
      await Promise.all(waiting.slice(i, i + 8).map((p) => store.tellNext(p, machine(), tellWaiting(reach))))
  }
  say(`${await prisma.post.count()} posts written after ${Math.round((Date.now() - began) / 1000)} s`)

  for (let step = 0; ; step++) {
    await Promise.all(processes.map((p) => p.work()))
    now += SECOND_MS
    const looks = step % 20 === 0
    const left = looks ? await prisma.post.count({ where: { state: { in: ['waiting', 'sending'] } } }) : 1
    if (left === 0) break
    // A process that ends with a post in its hand.
    if (step % 20 === 10) await outbox.claim('wecom-robot', 1, machine(), 30 * SECOND_MS)
    // A robot that somebody removes from its group.
    if (step % 400 === 200 && qyapi.robots.size > 1) qyapi.robots.delete([...qyapi.robots][0] ?? '')
    if (step % 100 === 0) say(`minute ${Math.round((now - START) / 60_000)}: ${left} left, ${calls} calls`)
  }
  const report = await judge(prisma, qyapi, size)
  await close()
  await qyapi.close()
  if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'))
  return {
    ...report,
    calls,
    callsThatFailed: failed,
    virtualMinutes: Math.round((now - START) / 60_000),
    seconds: Math.round((Date.now() - began) / 1000),
  }
}

async function judge(prisma: Database, qyapi: Qyapi, { notices }: Size) {
  const read = new Map<string, number>()
  const last = new Map<string, number>()
  const times = new Map<string, number[]>()
  let outOfOrder = 0
  for (const { to, body, at } of qyapi.posted) {
    const { content } = body.text as { content: string }
    read.set(content, (read.get(content) ?? 0) + 1)
    const n = Number(content.slice(1, -1))
    if (n < (last.get(to) ?? -1)) outOfOrder += 1
    last.set(to, n)
    if (to.startsWith('key-')) times.set(to, [...(times.get(to) ?? []), at])
  }
  const posts = await prisma.post.findMany({ select: { state: true, text: true, why: true } })
  const states = Map.groupBy(posts, (p) => p.state)
  const of = (state: string) => states.get(state) ?? []
  const settled = await prisma.notice.groupBy({ by: ['state'], _count: true })
  const mostInAMinute = Math.max(
    0,
    ...[...times.values()].map((list) => Math.max(...list.map((from, i) => list.slice(i, i + 50).filter((t) => t < from + 60_000).length))),
  )
  return {
    notices,
    sent: of('sent').length,
    dead: of('failed').length,
    unknown: of('unknown').length,
    unknownRead: of('unknown').filter((p) => read.has(p.text)).length,
    undecided: notices - settled.filter((s) => s.state === 'sent' || s.state === 'failed').reduce((sum, s) => sum + s._count, 0),
    deadWithoutReason: [...of('failed'), ...of('unknown')].filter((p) => !p.why).length,
    duplicates: [...read.values()].filter((n) => n > 1).length,
    untrue:
      of('sent').filter((p) => !read.has(p.text)).length +
      of('failed').filter((p) => p.why?.includes('没有得到回答') === false && read.has(p.text)).length,
    outOfOrder,
    mostInAMinute,
  }
}
