import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { IncomingMessage } from '../../src/ports/store.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { newRowId } from '../../src/store/new-id.ts'
import { createStore } from '../../src/store/store.ts'

const MATTER_EVERY = 200
const AT_ONCE = 500
const PARTS = [
  ['今天', '昨晚', '早上', '刚才', '后晌'],
  ['赶集', '吃席', '看戏', '下地', '走亲戚', '接娃'],
  ['人多得很', '热闹', '累坏了', '天气好', '路上碰见老李', '买了把葱'],
  ['呢', '哈', '', '啊', '嘛'],
] as const
const MATTERS = ['村口的路灯坏了不亮', '水管漏水漏了一地', '垃圾箱满了没人收', '路上塌了个坑'] as const

/** Ordinary talk of all villages in turn, one matter in 200 lines, each line by somebody of its group. */
async function linesOfTalk(
  prisma: ReturnType<typeof openDatabase>['prisma'],
  town: string,
  count: number,
  from: number,
): Promise<IncomingMessage[]> {
  const groups = await prisma.chatGroup.findMany({ where: { townId: town, kind: 'village', gone: false } })
  const members = Map.groupBy(await prisma.groupMember.findMany({ where: { townId: town } }), (m) => m.groupId)
  const at = new Date()
  return Array.from({ length: count }, (_, i): IncomingMessage => {
    const n = from + i
    const group = groups[n % groups.length]?.id ?? ''
    const people = members.get(group) ?? []
    const talk = PARTS.map((words, part) => words[(n * (part * 7 + 3) + (n >> 3)) % words.length]).join('')
    const text = n % MATTER_EVERY === 77 ? (MATTERS[Math.floor(n / MATTER_EVERY) % MATTERS.length] ?? '') : talk
    return {
      ...{
        town,
        channel: 'sandbox',
        id: `talk${n}`,
        conversation: `g:${group}`,
        person: people[(n * 13 + (n >> 5)) % people.length]?.personId ?? '',
      },
      ...{ text, quote: null, photos: [], at },
    }
  })
}

/** A second hand on the database of a program that runs, or is about to. */
export async function besides(url: string, dataDir: string) {
  const { prisma, close } = openDatabase({ url, connections: 2, key: { secretKey: null, dataDir } })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: newRowId })
  const looker = new pg.Client({ connectionString: url })
  await looker.connect()
  // Never the ids of a run before.
  const run = randomUUID().slice(0, 8)
  let said = 0
  return {
    async say(count: number): Promise<void> {
      const [town = ''] = await store.towns()
      const lines = (await linesOfTalk(prisma, town, count, said)).map((line) => ({ ...line, id: `${run}-${line.id}` }))
      said += count
      for (let n = 0; n < lines.length; n += AT_ONCE) await store.record(lines.slice(n, n + AT_ONCE))
    },
    /** Lines of groups that are not handled to the end: unread, or in a report whose window is open. */
    async left(): Promise<number> {
      const { rows } = await looker.query<{ left: number }>(
        `SELECT ((SELECT count(*) FROM "Message" WHERE "handledAt" IS NULL AND "personId" IS NOT NULL AND conversation LIKE 'g:%')
          + (SELECT count(*) FROM "Report" WHERE "closedAt" IS NULL AND conversation LIKE 'g:%'))::int AS left`,
      )
      return rows[0]?.left ?? 0
    },
    /** Says so many lines and waits until they are handled: lines a second. */
    async handledPerSecond(count: number): Promise<number> {
      await this.say(count)
      const began = performance.now()
      await this.settled()
      return count / ((performance.now() - began) / 1000)
    },
    /** How many lines a second are handled while so many a second are written down by another process, for so many seconds. */
    async handledWhile(perSecond: number, seconds: number): Promise<number> {
      const began = performance.now()
      for (let n = 1; n <= seconds * 10; n++) {
        await this.say(perSecond / 10)
        await new Promise((done) => setTimeout(done, Math.max(0, began + n * 100 - performance.now())))
      }
      const took = (performance.now() - began) / 1000
      return (perSecond * seconds - (await this.left())) / took
    },
    /** Waits until nothing is left of what was said in groups. */
    async settled(): Promise<void> {
      while ((await this.left()) > 0) await new Promise((done) => setTimeout(done, 50))
    },
    /** What was written for the sake of writing is nobody's to handle. */
    async setAside(): Promise<void> {
      await looker.query(`UPDATE "Message" SET "handledAt" = now() WHERE "handledAt" IS NULL`)
      await looker.query(`UPDATE "Post" SET state = 'dropped', why = 'bench' WHERE state IN ('waiting', 'sending')`)
      await looker.query(`UPDATE "Notice" SET state = 'suppressed', why = 'bench' WHERE state = 'due'`)
    },
    async close(): Promise<void> {
      await looker.end()
      await close()
    },
  }
}
