import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { later, MINUTE_MS, SECOND_MS } from '../../src/domain/durations.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { createEngine } from '../../src/jobs/engine.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { createStore } from '../../src/store/store.ts'
import { slowReaders } from '../../src/wiring/slow-readers.ts'
import { freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const BEGIN = new Date('2026-11-25T10:00:00+08:00')
const END = later(BEGIN, 30 * MINUTE_MS)
/** Talk, matters, and what hangs on what was said before. */
const SAID =
  '今天赶集人真多|娃放学了没|三社路口的路灯又不亮了|我家也是|晚上黑得很|水管漏了一地|在二社井边上|收到|谢谢|路上塌了个坑|撤回|还没修好|垃圾箱满了没人收|哪个家有梯子|不是三社，是四社|+1|今黑吃啥|自来水停了|三社从早上停到现在|莫说是我啊'.split(
    '|',
  )

interface Said {
  group: string
  person: string
  text: string
  at: Date
}

const township = sampleTownship()

function anEvening(seed: number): Said[] {
  let state = seed
  // The same evening from the same seed.
  const next = () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T
  const groups = township.groups.filter((g) => g.kind === 'village').slice(0, 2)
  let at = BEGIN
  return Array.from({ length: 36 }, () => {
    at = later(at, Math.round(next() * 40) * SECOND_MS)
    const group = pick(groups)
    return { group: group.id, person: pick(group.members.slice(0, 5)), text: pick(SAID), at }
  })
}

/** What a township makes of an evening whose lines are looked at as they come, or all at its end. */
async function madeOf(evening: readonly Said[], together: boolean) {
  const database = await freshDatabase({ sample: true })
  const { prisma, close } = openDatabase({ url: database.url, connections: 4 })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  const { judge } = createClassifier({ duties: township.duties, places: township.grid.flatMap((n) => [n.name, ...n.aliases]) })
  let now = BEGIN
  const faults: string[] = []
  const engine = createEngine({
    ...{ store, clock: { now: () => now }, reach: { open: new Set(), sandbox: true, machine: () => now }, judge: () => judge },
    ...{ slow: await slowReaders(null), spoken: () => {}, fault: (what: string, thrown: unknown) => faults.push(`${what}: ${thrown}`) },
  })
  const [town = ''] = await store.towns()
  for (const [n, { group, person, text, at }] of evening.entries()) {
    if (!together) {
      now = at
      await engine.work()
    }
    const message = {
      town,
      channel: 'sandbox',
      id: `line${n}`,
      conversation: `g:${group}` as const,
      person,
      text,
      quote: null,
      photos: [],
      at,
    }
    await store.record([message])
    if (!together) await engine.work()
  }
  now = END
  await engine.work()
  const messages = await prisma.message.findMany({ where: { personId: { not: null } }, orderBy: { seq: 'asc' } })
  const reports = new Map((await prisma.report.findMany({})).map((r) => [r.id, r]))
  const tickets = await prisma.ticket.findMany({ orderBy: [{ villageId: 'asc' }, { number: 'asc' }] })
  await engine.stop()
  await close()
  await database.close()
  return {
    faults,
    unhandled: messages.filter((m) => m.handledAt === null).length,
    lines: messages.map((m) => [
      m.text,
      reports.get(m.reportId ?? '')?.outcome ?? null,
      m.reportId && messages.findIndex((o) => o.reportId === m.reportId),
    ]),
    tickets: tickets.map((t) => [t.villageId, t.title, t.reporterId, t.status]),
  }
}

describe('lines that had to wait', () => {
  it.each([1, 13])('become what they would have become one by one (evening %i)', async (seed) => {
    const evening = anEvening(seed)
    const [one, all] = [await madeOf(evening, false), await madeOf(evening, true)]
    expect(all.faults).toEqual([])
    expect(all).toEqual(one)
  })
})
