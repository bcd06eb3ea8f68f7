import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { later, MINUTE_MS, SECOND_MS } from '../../src/domain/durations.ts'
import { toGroup } from '../../src/domain/notice.ts'
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
const LOOK_MS = 10 * SECOND_MS
const MATTERS = 2

export interface Missed {
  points: number
  remindersDue: number
  notDone: number
  /** The same words to the same people. */
  twice: number
  stale: number
  mostInFirstMinute: number
}

interface Town {
  db: Database
  now: { at: Date }
  look(): Promise<void>
  tell(n: number): Promise<void>
}

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
  const members = await db.groupMember.findMany({ where: { townId: town }, take: 400 })
  return {
    ...{ db, now },
    async look() {
      await engine.work({ answers: true })
      if (faults.length > 0) throw new Error(faults[0])
    },
    async tell(n) {
      const { personId, groupId } = members[n % members.length] ?? { personId: '', groupId: '' }
      const said = { town, channel: 'sandbox', id: `m${n}`, conversation: toGroup(groupId), person: personId }
      await store.record([{ ...said, text: `三社路口的路灯坏了，灯杆${n}号`, quote: null, photos: [], at: now.at }])
    },
  }
}

/** Lives until some moment, is away for a while, and comes back. */
async function onePoint({ db, now, look, tell }: Town, n: number, luck: (below: number) => number, seen: Missed): Promise<void> {
  for (let k = 0; k < MATTERS; k++) await tell(n * MATTERS + k)
  await look()
  now.at = later(now.at, luck(600) * MINUTE_MS)
  await look()
  const away = Math.max(1, Math.round(LONGEST_MINUTES ** (luck(1000) / 1000)))
  now.at = later(now.at, away * MINUTE_MS)
  const back = now.at
  const due = await db.due.findMany({ where: { doneAt: null, at: { lte: back } }, select: { townId: true, key: true } })
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
  seen.notDone += left
  seen.twice += said.length - new Set(said.map((m) => `${m.conversation} ${m.text}`)).size
  seen.stale += stale
  seen.mostInFirstMinute = Math.max(seen.mostInFirstMinute, ...inGroups)
}

export async function missTime(points: number, say: (line: string) => void): Promise<Missed> {
  const seeded = dice(31)
  const seen: Missed = { points: 0, remindersDue: 0, notDone: 0, twice: 0, stale: 0, mostInFirstMinute: 0 }
  for (let from = 0; from < points; from += POINTS_A_TOWN) {
    const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-prove-'))
    const server = await startEmbedded({ dataDir, durable: false })
    await migrate(server.url)
    const { prisma, close } = openDatabase({ url: server.url, connections: 5, key: { secretKey: null, dataDir } })
    try {
      const town = await aTown(prisma)
      for (let n = 0; n < Math.min(POINTS_A_TOWN, points - from); n++) await onePoint(town, n, seeded.below, seen)
      say(`${seen.points} points, ${seen.remindersDue} due, at most ${seen.mostInFirstMinute} posts a group in its first minute`)
    } finally {
      await close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  return seen
}

export const missed: Proof = {
  name: 'missed',
  promises:
    'whoever was away for a minute to thirty days does what was due once, posts nothing stale, and one post a group in the first minute',
  owed: 1000,
  async run(size, say): Promise<Proved> {
    const seen = await missTime(size, say)
    return { kept: seen.notDone + seen.twice + seen.stale === 0 && seen.mostInFirstMinute <= 1, figures: { ...seen } }
  },
}
