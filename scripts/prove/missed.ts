import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { DAY_MS, earlier, HOUR_MS, later, MINUTE_MS, SECOND_MS } from '../../src/domain/durations.ts'
import { type Conversation, toGroup, toPerson } from '../../src/domain/notice.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { createEngine } from '../../src/jobs/engine.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { createStore } from '../../src/store/store.ts'
import { applyTownship } from '../../src/store/township.ts'
import type { Database } from '../../src/store/transaction.ts'
import { beginSchedules } from '../../src/wiring/begin-schedules.ts'
import { slowReaders } from '../../src/wiring/slow-readers.ts'
import { dice } from '../measure/invented-matters.ts'
import type { Proof, Proved } from './proof.ts'

const START = new Date('2026-11-24T01:00:00Z')
const LONGEST_MINUTES = 30 * 24 * 60
/** The calendar knows its holidays for so long; then a town begins anew. */
const POINTS_A_TOWN = 25
/** After so long a silence what was told is a matter. */
const REPORT_MS = 5 * MINUTE_MS
const LOOK_MS = 10 * SECOND_MS
const MATTERS = 2
const TOWNS_AT_ONCE = 2

export interface Missed {
  points: number
  matters: number
  remindersDue: number
  /** Those of them that are about one matter: a call, a wait that is over, a silence. */
  ofMatters: number
  notDone: number
  /** Since they were back, within a minute. */
  said: number
  /** The same words to the same people. */
  twice: number
  stale: number
  mostInFirstMinute: number
}

interface Town {
  db: Database
  now: { at: Date }
  look(): Promise<void>
  /** Some resident tells a matter of some kind. */
  tell(n: number): Promise<void>
  /** Whoever has a new matter does with it what leaves something to fall due, or nothing. */
  actOn(): Promise<void>
}

/** Most are told in the group; what is nobody else's business, alone with the bot. */
const TOLD: readonly ((n: number) => { text: string; alone?: true })[] = [
  (n) => ({ text: `三社路口的路灯坏了，灯杆${n}号` }),
  (n) => ({ text: `一社水渠堵了，水漫到第${n}户门口了` }),
  (n) => ({ text: `二社的自来水管漏水，第${n}户门前都是水` }),
  () => ({ text: '我男人又喝酒打我，我和娃不敢回家', alone: true }),
  (n) => ({ text: `邻居占了我家的地界，界石挪了${1 + (n % 5)}步，说了几回都不听`, alone: true }),
]
const ACTS: readonly ((label: string, now: Date) => string | null)[] = [
  () => null,
  (label) => `办结 ${label} 修好了，试过了`,
  (label, now) => `挂账 ${label} ${dayOf(later(now, 6 * DAY_MS))} 等配件`,
]
const dayOf = (at: Date): string => `${at.getMonth() + 1}月${at.getDate()}日`

/** The sample township with its clock in our hands. */
async function aTown(db: Database): Promise<Town> {
  const township = sampleTownship()
  await applyTownship(db, township, { sample: true, replaceSample: false })
  const town = (await db.town.findFirstOrThrow()).id
  const now = { at: START }
  const clock = { now: () => now.at }
  const { judge } = createClassifier({ duties: township.duties, places: township.grid.map((n) => n.name) })
  const store = createStore(db, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  const faults: string[] = []
  const engine = createEngine({
    ...{ store, clock, judge: () => judge, slow: await slowReaders(null), spoken: () => {} },
    reach: { open: new Set(), sandbox: true, machine: clock.now },
    fault: (what, thrown) => faults.push(`${what}: ${thrown}`),
  })
  await beginSchedules(store, now.at)
  const villages = (await db.chatGroup.findMany({ where: { townId: town, kind: 'village' } })).map((g) => g.id)
  const cadres = (await db.personRole.findMany({ where: { townId: town, role: { not: 'resident' } } })).map((r) => r.personId)
  const residents = await db.groupMember.findMany({ where: { townId: town, groupId: { in: villages }, personId: { notIn: cadres } } })
  const say = (id: string, conversation: Conversation, person: string, text: string) =>
    store.record([{ town, channel: 'sandbox', id, conversation, person, text, quote: null, photos: [], at: now.at }])
  const acted = new Set<string>()
  return {
    ...{ db, now },
    async look() {
      await engine.work({ answers: true })
      if (faults.length > 0) throw new Error(faults[0])
    },
    async tell(n) {
      // Of each village in turn.
      const { personId, groupId } = residents[(n * 11) % residents.length] ?? { personId: '', groupId: '' }
      const { text, alone } = TOLD[n % TOLD.length]?.(n) ?? { text: '' }
      await say(`m${n}`, alone ? toPerson(personId) : toGroup(groupId), personId, text)
    },
    async actOn() {
      const open = { townId: town, status: 'open', id: { notIn: [...acted] } }
      for (const { id, label, ownerId, danger, openedAt } of await db.ticket.findMany({ where: open })) {
        // A call for help is answered in the end, so that some point has it unanswered and not all that come after.
        if (danger && openedAt >= earlier(now.at, HOUR_MS)) continue
        const words = danger ? `接 ${label}` : ACTS[acted.size % ACTS.length]?.(label, now.at)
        acted.add(id)
        if (words && ownerId) await say(`a${id}`, toPerson(ownerId), ownerId, words)
      }
    },
  }
}

/** Lives until some moment, is away for a while, and comes back. */
async function onePoint({ db, now, look, tell, actOn }: Town, n: number, luck: (below: number) => number, seen: Missed): Promise<void> {
  for (let k = 0; k < MATTERS; k++) await tell(n * MATTERS + k)
  await look()
  now.at = later(now.at, REPORT_MS)
  await look()
  await actOn()
  now.at = later(now.at, luck(600) * MINUTE_MS)
  await look()
  const away = Math.max(1, Math.round(LONGEST_MINUTES ** (luck(1000) / 1000)))
  now.at = later(now.at, away * MINUTE_MS)
  const back = now.at
  const due = await db.due.findMany({ where: { doneAt: null, at: { lte: back } }, select: { key: true, ticketId: true } })
  for (; now.at.getTime() < back.getTime() + MINUTE_MS; now.at = later(now.at, LOOK_MS)) await look()
  const left = await db.due.count({ where: { doneAt: null, key: { in: due.map((d) => d.key) }, at: { lte: back } } })
  const said = await db.message.findMany({
    where: { personId: null, at: { gte: back } },
    select: { id: true, conversation: true, text: true },
  })
  const posts = Map.groupBy(said, (m) => m.conversation)
  const inGroups = [...posts].flatMap(([to, list]) => (to.startsWith('g:') ? [list.length] : []))
  const stale = await db.notice.count({ where: { state: 'sent', expiresAt: { lt: back }, key: { in: said.map((m) => m.id.slice(2)) } } })
  seen.points += 1
  seen.remindersDue += due.length
  seen.ofMatters += due.filter((d) => d.ticketId !== null).length
  seen.notDone += left
  seen.said += said.length
  seen.twice += said.length - new Set(said.map((m) => `${m.conversation} ${m.text}`)).size
  seen.stale += stale
  seen.mostInFirstMinute = Math.max(seen.mostInFirstMinute, ...inGroups)
}

/** Towns that live side by side, each in a database of its own that begins as the one before it did. */
export async function missTime(points: number, say: (line: string) => void): Promise<Missed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-prove-'))
  const server = await startEmbedded({ dataDir, durable: false })
  const seen: Missed = {
    points: 0,
    matters: 0,
    remindersDue: 0,
    ofMatters: 0,
    notDone: 0,
    said: 0,
    twice: 0,
    stale: 0,
    mostInFirstMinute: 0,
  }
  try {
    await migrate(server.url)
    const key = { secretKey: null, dataDir }
    const towns = Array.from({ length: Math.ceil(points / POINTS_A_TOWN) }, (_, n) => Math.min(POINTS_A_TOWN, points - n * POINTS_A_TOWN))
    const lane = async (): Promise<void> => {
      for (let n = towns.length, size = towns.pop(); size !== undefined; n = towns.length, size = towns.pop())
        await inDatabase(server.url, `town${n}`, async (url) => {
          const { prisma, close } = openDatabase({ url, connections: 5, key })
          const seeded = dice(31 + n)
          try {
            const town = await aTown(prisma)
            for (let point = 0; point < size; point++) await onePoint(town, point, seeded.below, seen)
            seen.matters += await prisma.ticket.count()
          } finally {
            await close()
          }
          say(`${seen.points} points, ${seen.remindersDue} due, at most ${seen.mostInFirstMinute} posts a group in its first minute`)
        })
    }
    await Promise.all(Array.from({ length: TOWNS_AT_ONCE }, lane))
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return seen
}

/** A copy of what stands at this address, for as long as it is needed. */
async function inDatabase(template: string, name: string, run: (url: string) => Promise<void>): Promise<void> {
  const { pathname, search } = new URL(template)
  const tell = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: new URL(`/postgres${search}`, template).href })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await tell(`CREATE DATABASE ${name} TEMPLATE ${pathname.slice(1)}`)
  await run(new URL(`/${name}${search}`, template).href).finally(() => tell(`DROP DATABASE ${name} WITH (FORCE)`))
}

export const missed: Proof = {
  name: 'missed',
  promises:
    'whoever was away for a minute to thirty days does what was due once, posts nothing stale, and one post a group in the first minute',
  owed: 1000,
  async run(size, say): Promise<Proved> {
    const seen = await missTime(size, say)
    return {
      // A proof that saw nothing fall due, or nothing said, has proved nothing.
      kept:
        seen.notDone + seen.twice + seen.stale === 0 &&
        seen.mostInFirstMinute <= 1 &&
        seen.remindersDue > seen.points &&
        seen.ofMatters > 0 &&
        seen.said > 0,
      figures: { ...seen },
    }
  },
}
