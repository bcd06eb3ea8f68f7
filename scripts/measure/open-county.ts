import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { dayDigest, monthReport, statistics, weekReport } from '../../src/digest/index.ts'
import { toGroup } from '../../src/domain/notice.ts'
import type { Person, Role } from '../../src/domain/people.ts'
import type { Roster } from '../../src/domain/roster.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Desk } from '../../src/ports/desk.ts'
import type { MatterQuery } from '../../src/ports/office-lists.ts'
import type { IncomingMessage } from '../../src/ports/store.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { newRowId } from '../../src/store/new-id.ts'
import type { KeyPlace } from '../../src/store/sealing/master-key.ts'
import { standingsOf } from '../../src/store/standing.ts'
import { createStore } from '../../src/store/store.ts'
import { beginSchedules } from '../../src/wiring/begin-schedules.ts'
import { unspokenEngine } from '../../src/wiring/unspoken-engine.ts'
import { dice } from './invented-matters.ts'

/** As many as arrive together are written together. */
const BATCH = 128
const TALK = ['今天天气真好，去赶集吗', '好的', '我在地里', '孩子放学了没有', '谢谢', '明天再说吧', '吃饭了没', '下午去镇上一趟'] as const
const MATTERS = ['三社路口的路灯又不亮了', '二社从昨天就停水了', '村口的垃圾几天没人拉了', '桥头那段路塌了一块'] as const
const IN_WORK: MatterQuery = {
  ...{ terms: [], state: 'now', place: null, stage: null, kind: null, duty: null, owner: null },
  ...{ late: false, repeated: null, opened: null, due: null },
}
const TABLES = ['Ticket', 'Message', 'TicketEvent', 'Notice'] as const

const holderOf = (roster: Roster, role: Role): Person => {
  const found = [...roster.people.values()].find((p) => p.roles.some((r) => r.role === role))
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

/** All towns of a database and one instance that works for them, by a clock that only the measuring moves. */
export async function openCounty(url: string, key: KeyPlace, from: Date) {
  const { prisma, close } = openDatabase({ url, key })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: newRowId })
  const { duties, grid } = sampleTownship()
  const { judge } = createClassifier({ duties, places: grid.flatMap((n) => [n.name, ...n.aliases]) })
  let now = from
  const engine = await unspokenEngine({
    ...{ store, clock: { now: () => now }, judge },
    fault(what, thrown) {
      throw new Error(what, { cause: thrown })
    },
  })
  const towns = await store.towns()
  const [first = ''] = towns
  const roster = await store.atDesk(first, now, async (desk) => desk.roster)
  const leader = holderOf(roster, 'leader')
  const ask =
    (run: (desk: Desk) => Promise<unknown>) =>
    async (town: string): Promise<void> =>
      store.atDesk(town, now, async (desk) => void (await run(desk)))
  const voices = [...roster.groups.values()].flatMap((g) =>
    g.kind === 'village' ? g.members.map((person) => ({ group: g.id, person })) : [],
  )
  const { of } = dice(7)

  return {
    towns,
    asked: new Map([
      ['日报', ask((desk) => dayDigest(desk, leader))],
      ['周报', ask((desk) => weekReport(desk, leader))],
      ['月报', ask((desk) => monthReport(desk, leader))],
      ['统计', ask((desk) => statistics(desk, leader))],
      ['list of what is in work', ask((desk) => desk.lists.matters(leader, IN_WORK, null))],
    ]),
    /** So many lines by anybody in any village of any town, in batches. */
    *talk(lines: number, ofMatters: number): Generator<IncomingMessage[]> {
      for (let n = 0; n < lines; n += BATCH)
        yield Array.from({ length: Math.min(BATCH, lines - n) }, (_, i): IncomingMessage => {
          const { group, person } = of(voices)
          const text = (n + i) % ofMatters === 0 ? of(MATTERS) : of(TALK)
          const whose = { town: of(towns), channel: 'sandbox', id: randomUUID(), conversation: toGroup(group), person }
          return { ...whose, text, quote: null, photos: [], at: now }
        })
    },
    hear: (lines: readonly IncomingMessage[]) => store.record(lines),
    /** Everything that is due, and everything that was said. */
    async settle() {
      await beginSchedules(store, now)
      await engine.work()
    },
    async moveTo(moment: Date) {
      now = moment
      await engine.work()
    },
    told: (occasion: string) => prisma.notice.count({ where: { occasion, dueAt: { gte: new Date(now.getTime() - 60_000) } } }),
    standing: () => standingsOf(prisma, towns, now),
    async bytes() {
      const [row] = await prisma.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS bytes`
      return Number(row?.bytes ?? 0)
    },
    async rows(): Promise<Record<string, number>> {
      const rows = await prisma.$queryRaw<{ name: string; rows: number }[]>`
        SELECT relname AS name, reltuples::float AS rows FROM pg_class WHERE relkind = 'r' AND relname = ANY(${[...TABLES]})`
      return Object.fromEntries(rows.map((r) => [r.name, Math.round(r.rows)]))
    },
    async close() {
      await engine.stop()
      await close()
    },
  }
}
