import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startApp } from '../../src/app.ts'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { brokenAt } from '../../src/domain/history.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { monthName, monthOf } from '../../src/domain/span.ts'
import { MEASURE_SHEETS } from '../../src/ledger/sheets.ts'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { monthsBack } from '../../src/roster/sample-course.ts'
import { sampleFigures } from '../../src/roster/sample-figures.ts'
import { sampleOrders } from '../../src/roster/sample-orders.ts'
import { type PastLine, samplePast } from '../../src/roster/sample-past.ts'
import { sampleSeason } from '../../src/roster/sample-season.ts'
import { readConfig } from '../../src/settings/config.ts'
import { openClock } from '../../src/store/clock.ts'
import { toldHash } from '../../src/store/kept-hash.ts'
import { createStore } from '../../src/store/store.ts'
import { firstMorning } from '../../src/wiring/tell-past.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase, SECRET_KEY } from '../support/keys.ts'

const months = { matters: sampleSeason(), orders: sampleOrders, figures: sampleFigures }

describe('the sample’s past', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  const start = async (lines: readonly PastLine[]) => {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', SECRET_KEY })
    if ('faults' in config) throw new Error(config.faults.join('\n'))
    let told = false
    const begins = () => {
      told = true
    }
    const app = await startApp({ config, databaseUrl: database.url, past: { months, lines, begins } })
    const get = async <T>(path: string) => (await (await fetch(`${app.address}/sandbox/api/${path}`)).json()) as T
    return { app, get, told: () => told }
  }

  it('is told to its end after it was broken off, nothing twice, and then never again', async () => {
    const broken = samplePast.map((line, n) => (n === 14 ? { ...line, village: '没有这个村' } : line))
    await expect(start(broken)).rejects.toThrow('nobody of 没有这个村')

    const first = await start(samplePast)
    expect(first.told()).toBe(true)
    const tickets = await first.get<SandboxTicket[]>('tickets')
    const lastOf = (short: string, n: number) => tickets.filter((t) => t.number.startsWith(short)).slice(0, n)
    expect(
      [...lastOf('云', 2), ...lastOf('南', 2), ...lastOf('沙', 2), ...lastOf('碾', 1)].map((t) => `${t.title} ${t.stage} ${t.status}`),
    ).toMatchInlineSnapshot(`
      [
        "三社水渠堵了 handling open",
        "二社护栏坏了 handling waiting",
        "低保没到 archive closed",
        "一社路口路灯不亮 archive closed",
        "四社垃圾满了没人拉 handling open",
        "三社停水了 archive closed",
        "和邻家的屋檐水 deliberation open",
      ]
    `)
    const { now } = (await (
      await fetch(`${first.app.address}/sandbox/api/clock`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    ).json()) as { now: string }
    const calendar = chineseCalendar()
    expect(Math.abs(firstMorning(new Date(), calendar).getTime() - new Date(now).getTime())).toBeLessThan(120_000)
    await first.app.close()
    await looksLived(database.url)

    const second = await start(samplePast)
    expect(second.told()).toBe(false)
    expect(await second.get('tickets')).toHaveLength(tickets.length)
    await second.app.close()
  })
})

/** Three months of every measure, lived by the same moves: whole histories, clocks that run forward, nothing left undone. */
async function looksLived(url: string): Promise<void> {
  const { prisma, close } = openDatabase({ url })
  const calendar = chineseCalendar()
  const store = createStore(prisma, { calendar, settings: defaultSettings, newId: randomUUID })
  const [town = ''] = await store.towns()
  const { now } = await openClock(prisma)
  const morning = now()
  const tickets = await prisma.ticket.findMany()
  const events = Map.groupBy(await prisma.ticketEvent.findMany({ orderBy: { n: 'asc' } }), (e) => e.ticketId)
  const chronicle = Map.groupBy(await prisma.chronicleLine.findMany({ orderBy: { n: 'asc' } }), (e) => e.subject)
  const line = (e: { at: Date; what: string; byId: string | null; note: string | null; data: unknown; n: number; hash: Uint8Array }) => ({
    ...{ at: e.at, what: e.what, by: e.byId, note: e.note, n: e.n, hash: toldHash(e.hash) },
    data: z.record(z.string(), z.unknown()).parse(e.data),
  })
  for (const [subject, lines] of [...events, ...chronicle]) expect(brokenAt(subject, lines.map(line))).toBeNull()
  for (const t of tickets) {
    const at = (events.get(t.id) ?? []).map((e) => e.at.getTime())
    expect(at.length).toBeGreaterThan(0)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(at.at(-1)).toBeLessThanOrEqual(morning.getTime())
    expect(t.respondBy.getTime()).toBeGreaterThan(t.openedAt.getTime())
    expect(t.respondedAt === null || t.respondedAt >= t.openedAt).toBe(true)
  }
  expect(await prisma.due.count({ where: { doneAt: null, at: { lt: morning } } })).toBe(0)
  const months = [3, 2, 1, 0].map((back) => monthOf(monthsBack(monthName(morning), back)))
  const span = { from: months[0]?.from ?? morning, to: morning }
  const filled = await store.atDesk(town, morning, async (desk) => {
    const counts: string[] = []
    for (const sheet of MEASURE_SHEETS) if ((await sheet.rows(desk, span, null)).length === 0) counts.push(sheet.sheet)
    return counts
  })
  expect(filled).toEqual([])
  await close()
}

it.each([
  ['2026-11-24T10:15:00+08:00', '2026-11-24T10:15:00+08:00'],
  ['2026-11-24T05:07:00+08:00', '2026-11-24T09:00:00+08:00'],
  ['2026-11-24T16:45:00+08:00', '2026-11-25T09:00:00+08:00'],
  ['2026-11-28T10:15:00+08:00', '2026-11-30T09:00:00+08:00'],
  ['2026-10-01T10:15:00+08:00', '2026-10-08T09:00:00+08:00'],
])('a first start at %s begins at %s', (now, morning) => {
  expect(firstMorning(new Date(now), chineseCalendar()).toISOString()).toBe(new Date(morning).toISOString())
})
