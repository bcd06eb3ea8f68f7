import { randomUUID } from 'node:crypto'
import { archiveEar } from '../../src/channels/archive/connect.ts'
import { openNativeLibrary } from '../../src/channels/archive/library/native.ts'
import { errandRunner } from '../../src/channels/wecom/errands.ts'
import { qyApi } from '../../src/channels/wecom/qyapi.ts'
import { CHANNEL_KINDS } from '../../src/domain/capability.ts'
import { leasesOf } from '../../src/store/channel-log.ts'
import { cursorsOf } from '../../src/store/cursors.ts'
import { errandsOf } from '../../src/store/errands.ts'
import { roomMembersOf } from '../../src/store/room-members.ts'
import type { Database } from '../../src/store/transaction.ts'
import { wantedMediaOf } from '../../src/store/wanted-media.ts'
import { archiveStandIn } from './archive-stand-in.ts'
import { talkOf, wm } from './archived.ts'
import { markOf } from './keys.ts'
import { type OutboxTown, TOWN } from './outbox.ts'
import { startQyapi } from './qyapi.ts'

const MINUTE = 60_000
const DAYS = 5 * 24 * 60 * MINUTE
/** What stands in every line of a group that nobody has bound, and in all one-to-one talk. */
const SECRET = '别处说的悄悄话'
const PHOTO = Buffer.from('89504e470d0a1a0a', 'hex')
const TOLD: readonly ((place: string) => string)[] = [
  (place) => `${place}路口的路灯不亮了`,
  (place) => `${place}水管爆了，水淌了一路`,
  (place) => `${place}垃圾堆了半个月没人拉`,
  (place) => `${place}的桥栏杆断了，危险得很`,
  (place) => `${place}自来水停了三天`,
  (place) => `公厕门坏了，没人修，${place}的`,
  (place) => `水渠堵了，浇不上地，${place}`,
  (place) => `变压器嗡嗡响，停电两天了，${place}的`,
]
const PLACES = ['一社', '二社', '三社', '四社', '五社']

interface Size {
  messages: number
  photos: number
  groups: number
  /** How long a call of the library may hang before its process is given up. */
  answerMs: number
  /** Before the next look after a fault. */
  backOffMs: number
  /** After which it is told how far it came. */
  patienceMs: number
}

export interface BacklogReport {
  seconds: number
  archived: number
  heard: number
  lost: number
  twice: number
  outOfOrder: number
  /** Rows of any table, and lines of the log, that hold a word of a chat that nobody has bound. */
  leaks: number
  photosWanted: number
  photosFetched: number
  tickets: number
  staleTickets: number
  lateToldOf: number
  mostMemoryMb: number
}

/**
 * Five days of a company's talk, most of it of groups that are bound, read through the stand-in of its library while that is cut off,
 * refuses, hangs and crashes, and while the reading process itself is changed for another one.
 */
export async function runBacklog(town: OutboxTown, size: Size, say: (line: string) => void = () => {}): Promise<BacklogReport> {
  const { prisma } = town
  const now = new Date()
  Object.assign(town.now, { machine: now, product: now })
  const archive = archiveStandIn()
  const qyapi = await startQyapi({ corpId: archive.account.corpId, secrets: [archive.account.secret] })
  const residents = Array.from({ length: 60 }, (_, i) => wm(`Resident${i}`))
  qyapi.serve.set('msgaudit/check_room_agree', () => ({
    errcode: 0,
    agreeinfo: residents.map((id, i) => ({ exteranalopenid: id, agree_status: i === 0 ? 'Disagree' : 'Agree' })),
  }))
  const rooms = Array.from({ length: size.groups }, (_, i) => ({ room: `wrRoom${i}`, group: `g${i}` }))
  for (const { room, group } of rooms)
    await prisma.channelGroup.create({
      data: {
        ...{ townId: TOWN, channel: 'wecom-archive', externalId: room, groupId: group, state: 'bound', firstSeenAt: now },
        ...(CHANNEL_KINDS['wecom-archive'].group ?? { hears: 'polled', posts: 'none', mentions: false, perMinute: 1 }),
      },
    })
  const cursors = cursorsOf(prisma, () => TOWN)
  const since = new Date(now.getTime() - 6 * 24 * 60 * MINUTE).toISOString()
  await cursors.write('archive', JSON.stringify({ seq: 0, since, late: null, unopened: null }))

  const expected = new Map<string, string[]>(rooms.map(({ group }) => [group, []]))
  const old = size.messages - size.photos
  const sayFrom = (from: number, to: number) => {
    const lines = Array.from({ length: to - from }, (_, k) => from + k).map((n) => {
      const at = n < old ? now.getTime() - DAYS + ((DAYS - 20 * MINUTE) * n) / old : Date.now() - (size.messages - n) * 100
      const id = `msg-${n}`
      const resident = residents[n % residents.length] ?? ''
      if (n < old && n % 10 === 0)
        return { msgid: id, talk: talkOf(id, resident, n % 20 === 0 ? 'wrNobodys' : '', new Date(at), `${SECRET}${n}`) }
      const { room, group } = rooms[n % rooms.length] ?? { room: '', group: '' }
      const from = n < old ? resident : wm(`Teller${n}`)
      if (n >= old) residents.push(from)
      if (n % residents.length !== 0 || n >= old) expected.get(group)?.push(id)
      const text = n < old ? `三社变压器嗡嗡响了，第${n}句` : (TOLD[n % TOLD.length]?.(PLACES[n % PLACES.length] ?? '') ?? '')
      const item = [
        { type: 'text', content: JSON.stringify({ content: text }) },
        { type: 'image', content: JSON.stringify({ sdkfileid: `file-${n}` }) },
      ]
      if (n >= old) archive.media(`file-${n}`, Buffer.concat([PHOTO, Buffer.alloc(n % 7 === 0 ? 600_000 : 2000, n % 251)]))
      if (n >= old) expected.get(group)?.push(`${id}#1`)
      return { msgid: id, talk: talkOf(id, from, room, new Date(at), n < old ? text : { msgtype: 'mixed', mixed: { item } }) }
    })
    archive.say(lines)
  }
  for (let from = 0; from < old; from += 5000) sayFrom(from, Math.min(old, from + 5000))
  archive.fault(
    { call: 'GetChatData', after: 1, kind: 'code', number: 10_001 },
    { call: 'GetChatData', kind: 'cut' },
    { call: 'GetChatData', after: 1, kind: 'hang' },
    { call: 'DecryptData', after: Math.floor(size.messages / 2), kind: 'crash' },
    { call: 'GetMediaData', after: 2, kind: 'code', number: 10_003 },
  )
  say(`${size.messages} messages sealed`)

  const log: string[] = []
  const noted = (fields: object, what: string) => void log.push(`${JSON.stringify(fields)} ${what}`)
  const errands = errandsOf(prisma, () => TOWN)
  const open = () =>
    archiveEar(
      {
        library: openNativeLibrary({
          account: archive.account,
          limits: { answerMs: size.answerMs, memoryBytes: 512 * 1024 ** 2 },
          now: () => new Date(),
        }),
        api: qyApi({
          apiBase: qyapi.base,
          corpId: archive.account.corpId,
          secret: archive.account.secret,
          callMs: 5000,
          now: () => new Date(),
        }),
        ...{
          cursors,
          leases: leasesOf(prisma),
          errands,
          wanted: wantedMediaOf(prisma, () => TOWN),
          log: town.log,
          names: ['说事'],
          mark: markOf,
          ...{
            contacts: null,
            members: roomMembersOf(
              prisma,
              () => TOWN,
              () => town.identities,
            ),
          },
        },
        diary: { info: noted, warn: noted, fault: (what, thrown) => void log.push(`${what} ${thrown}`) },
        ...{ hearsVoices: false, isServed: () => true, holder: randomUUID(), machine: () => new Date() },
      },
      { look: 100, backOff: [size.backOffMs], refused: size.backOffMs, tell: 15 * MINUTE, photos: 200, members: 15 * MINUTE },
    )
  let ear = open()
  const runner = errandRunner({
    ...{ errands, machine: () => new Date(), fault: (what, thrown) => void log.push(`${what} ${thrown}`) },
    runs: { 'archive-photo': async (errand) => (await ear.runs['archive-photo']?.(errand)) ?? { again: 100 } },
  })
  const began = performance.now()
  let mostMemory = 0
  let isChanged = false
  let isSaid = false
  await ear.start(town.hearing)
  for (;;) {
    await new Promise((done) => setTimeout(done, 200))
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
    const { seq, late } = JSON.parse((await cursors.read('archive')) ?? '{}') as { seq: number; late: object | null }
    if (!isChanged && seq >= size.messages / 3) {
      isChanged = true
      await ear.close()
      ear = open()
      await ear.start(town.hearing)
    }
    // What is said after all of it is acted on.
    if (!isSaid && seq === old && late === null) {
      isSaid = true
      sayFrom(old, size.messages)
    }
    if (seq < size.messages || late !== null) continue
    Object.assign(town.now, { machine: new Date(), product: new Date() })
    await town.settle()
    await runner.work()
    if ((await prisma.photo.count()) >= size.photos || performance.now() - began > size.patienceMs) break
  }
  const seconds = (performance.now() - began) / 1000
  await runner.close()
  await ear.close()
  const report = await reportOn(town, { expected, log, now, size })
  await qyapi.close()
  archive.close()
  return { seconds: Math.round(seconds * 10) / 10, archived: size.messages, ...report, mostMemoryMb: Math.round(mostMemory / 1024 ** 2) }
}

async function reportOn(
  { prisma }: OutboxTown,
  { expected, log, now, size }: { expected: ReadonlyMap<string, readonly string[]>; log: readonly string[]; now: Date; size: Size },
): Promise<Omit<BacklogReport, 'seconds' | 'archived' | 'mostMemoryMb'>> {
  const rows = await prisma.message.findMany({
    where: { channel: 'wecom-archive' },
    orderBy: { seq: 'asc' },
    select: { id: true, conversation: true },
  })
  const heardIn = Map.groupBy(rows, (r) => r.conversation.slice(2))
  const ids = new Set(rows.map((r) => r.id))
  const all = [...expected.values()].flat()
  const outOfOrder = [...expected].filter(([group, said]) => said.join() !== (heardIn.get(group) ?? []).map((r) => r.id).join()).length
  const late = await prisma.notice.findMany({ where: { occasion: 'outage' } })
  return {
    ...{ heard: rows.length, lost: all.filter((id) => !ids.has(id)).length, twice: rows.length - ids.size, outOfOrder },
    leaks: (await rowsWith(prisma, SECRET)) + log.filter((line) => /\p{Script=Han}/u.test(line)).length,
    photosWanted: size.photos,
    photosFetched: await prisma.photo.count(),
    tickets: await prisma.ticket.count(),
    staleTickets: await prisma.ticket.count({ where: { openedAt: { lt: now } } }),
    lateToldOf: Number(/这(\d+)条没有登记/u.exec(late.map((n) => n.text).join())?.[1] ?? 0),
  }
}

/** Rows of any table that hold these words in any column. */
async function rowsWith(prisma: Database, words: string): Promise<number> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
  let found = 0
  for (const { name } of tables) {
    // What is sealed comes out opened.
    const rows = await prisma.$queryRawUnsafe<{ row: unknown }[]>(`SELECT to_jsonb(it) AS row FROM "${name}" it`)
    found += rows.filter(({ row }) => JSON.stringify(row).includes(words)).length
  }
  return found
}
