import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agedMatters } from '../../scripts/measure/aged-matters.ts'
import { dice, inventMatters } from '../../scripts/measure/invented-matters.ts'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { DAY_MS, earlier, later } from '../../src/domain/durations.ts'
import { dayOf } from '../../src/domain/moments.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { Figures, Scope } from '../../src/ports/figures.ts'
import type { MatterQuery } from '../../src/ports/office-lists.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { figuresOf } from '../../src/store/figures.ts'
import { checkSums } from '../../src/store/kept-sums-check.ts'
import { createStore } from '../../src/store/store.ts'
import { rowOf } from '../../src/store/ticket-row.ts'
import { applyTownship } from '../../src/store/township.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const NOW = new Date('2026-11-25T09:00:00+08:00')
const TOWN = 'jifeng'
const EVERYTHING: MatterQuery = {
  ...{ terms: [], state: 'all', place: null, stage: null, kind: null, duty: null, owner: null },
  ...{ late: false, repeated: null, opened: null, due: null },
}

let database: FreshDatabase
let opened: ReturnType<typeof openDatabase>
let store: ReturnType<typeof createStore>
let figures: Figures
/** Two years with everything thrown together, and ten with most of it over. */
let matters: Ticket[]
beforeAll(async () => {
  database = await freshDatabase()
  opened = openDatabase({ url: database.url, connections: 2 })
  await applyTownship(opened.prisma, sampleTownship(), { sample: true, replaceSample: false })
  store = createStore(opened.prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  figures = figuresOf(opened.prisma, TOWN)
  const { roster } = await store.atDesk(TOWN, NOW, async (desk) => desk)
  const thrown = inventMatters(roster, 150, NOW, { livelyPercent: 40, seed: 5 })
  const aged = agedMatters(roster, 350, NOW, 3).map((t) => ({ ...t, id: `a${t.id}`, label: `旧${t.id}`, number: t.number + 1000 }))
  matters = [...thrown, ...aged]
  await opened.prisma.ticket.createMany({ data: matters.map((t) => rowOf(TOWN, t)) })
}, 60_000)
afterAll(async () => {
  await opened.close()
  await database.close()
})

const isIn = (at: Date | null, { from, to }: Scope): boolean => at !== null && at >= from && at < to
const isDone = (t: Ticket): boolean => t.status === 'resolved' || t.status === 'closed'
const isLive = (t: Ticket): boolean => t.status === 'open' || t.status === 'waiting'
const isSpokenOf = (t: Ticket): boolean =>
  t.kind === 'village' && t.sensitivity === null && !t.hidden && t.status !== 'withdrawn' && !t.duty.endsWith('-OTHER')
const tally = (list: readonly Ticket[]) =>
  [...Map.groupBy(list, (t) => `${t.village} ${t.kind}`)].map(([name, all]) => [name, all.length] as const).toSorted()
const told = (rows: readonly { village: string; kind: string; count: number }[]) =>
  rows.map((r) => [`${r.village} ${r.kind}`, r.count] as const).toSorted()

function spans(): Scope[] {
  const { below, of } = dice(9)
  const villages = [...new Set(matters.map((t) => t.village))]
  const readers = ['', ...matters.flatMap((t) => t.about)]
  return Array.from({ length: 12 }, () => {
    const from = earlier(NOW, below(1000) * DAY_MS)
    return { from, to: later(from, (1 + below(700)) * DAY_MS), villages: villages.filter(() => below(3) > 0), reader: of(readers) }
  })
}

describe('the figures of any span', () => {
  it('are those that somebody would count by hand', async () => {
    for (const scope of spans()) {
      const here = matters.filter(
        (t) => scope.villages.includes(t.village) && !t.about.includes(scope.reader) && t.status !== 'merged' && t.status !== 'void',
      )
      const came = here.filter((t) => isIn(t.openedAt, scope))
      const done = here.filter((t) => isDone(t) && isIn(t.resolvedAt, scope))
      expect(told(await figures.opened(scope))).toEqual(tally(came))
      expect(told(await figures.done(scope))).toEqual(tally(done))
      const stands = await figures.standing(scope, NOW)
      const late = here.filter((t) => t.status === 'open' && t.completeBy < NOW)
      expect(told(stands.live)).toEqual(tally(here.filter(isLive)))
      expect(told(stands.overdue)).toEqual(tally(late))
      expect(told(stands.lateToday)).toEqual(tally(late.filter((t) => dayOf(t.completeBy) === dayOf(NOW))))
      expect(told(stands.waiting)).toEqual(tally(here.filter((t) => t.status === 'waiting')))
      expect(told(await figures.overdue(scope, NOW))).toEqual(tally(late))
      const days = [...new Set([...came.map((t) => dayOf(t.openedAt)), ...done.map((t) => dayOf(t.resolvedAt ?? t.openedAt))])].toSorted()
      expect(await figures.daily(scope)).toEqual(
        days.map((day) => ({
          day,
          opened: came.filter((t) => dayOf(t.openedAt) === day).length,
          done: done.filter((t) => t.resolvedAt && dayOf(t.resolvedAt) === day).length,
        })),
      )
      expect(await figures.completions(scope)).toEqual({
        all: done.length,
        onTime: done.filter((t) => t.resolvedAt && t.resolvedAt <= t.completeBy).length,
      })
      const byOpening = here.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1))
      expect(await figures.firstRecord(scope)).toEqual(byOpening[0]?.openedAt ?? null)
      const oldest = await figures.oldest(scope, 5)
      expect(oldest.map((t) => t.id)).toEqual(
        byOpening
          .filter(isLive)
          .slice(0, 5)
          .map((t) => t.id),
      )
    }
  })
})

describe('a long list', () => {
  it('counts what is in work to its end, and of what is over only so much as somebody turns the pages of', async () => {
    await store.atDesk(TOWN, NOW, async ({ lists, roster }) => {
      const leader = [...roster.people.values()].find((p) => p.roles.some((r) => r.role === 'leader' && r.grid === TOWN))
      if (!leader) throw new Error('the township has no leader')
      const seen = matters.filter((t) => !t.about.includes(leader.id))
      const work = seen.filter((t) => isLive(t) || t.status === 'resolved').length
      const page = await lists.matters(leader, EVERYTHING, null)
      expect({ count: page.count, more: page.more, before: page.before }).toEqual({ count: work + 200, more: true, before: 0 })
      const ids: string[] = []
      for (let after: Parameters<typeof lists.matters>[2] = null, more = true; more; ) {
        const next = await lists.matters(leader, EVERYTHING, after)
        expect(next.before).toBe(ids.length)
        ids.push(...next.rows.map(({ ticket }) => ticket.label))
        after = next.next
        more = after !== null
      }
      expect(ids.toSorted()).toEqual(seen.map((t) => t.label).toSorted())
    })
  })
})

describe('what is kept of months and years', () => {
  const CHANGES: readonly ((t: Ticket) => Partial<Ticket>)[] = [
    (t) => ({ status: 'resolved', resolvedAt: later(t.openedAt, 3 * DAY_MS) }),
    () => ({ status: 'closed', endedAt: NOW }),
    () => ({ status: 'open', resolvedAt: null, endedAt: null }),
    () => ({ status: 'merged', mergedInto: 'another' }),
    () => ({ status: 'void' }),
    () => ({ status: 'withdrawn' }),
    (t) => ({ kind: t.kind === 'village' ? 'household' : 'village' }),
    (t) => ({ village: t.village === 'V01' ? 'V02' : 'V01' }),
    (t) => ({ duty: t.duty === 'V-LAMP' ? 'V-OTHER' : 'V-LAMP' }),
    (t) => ({ hidden: !t.hidden, sensitivity: t.sensitivity === null ? 'family' : null }),
    (t) => ({ openedAt: earlier(t.openedAt, 40 * DAY_MS) }),
    () => ({ about: ['P0001'], reporter: null }),
  ]
  it('is what somebody would count, after any moves, their undoing and what is taken out', async () => {
    const { of, below } = dice(21)
    const past: Ticket[] = []
    let number = 50_000
    for (let n = 0; n < 150; n++) {
      const at = below(matters.length)
      const before = matters[at]
      if (!before) continue
      // Each third time the last move is taken back.
      const undone = n % 3 === 2 ? past.pop() : undefined
      if (!undone) past.push(before)
      number += 1
      const after = { ...(undone ?? { ...before, ...of(CHANGES)(before) }), number }
      const where = { townId_id: { townId: TOWN, id: after.id } }
      await opened.prisma.ticket.update({ where, data: rowOf(TOWN, after) })
      matters = matters.map((t) => (t.id === after.id ? after : t))
    }
    const gone = matters.slice(0, 20).map((t) => t.id)
    await opened.prisma.ticket.deleteMany({ where: { townId: TOWN, id: { in: gone } } })
    matters = matters.filter((t) => !gone.includes(t.id))
    expect(await checkSums(opened.prisma)).toEqual([])
    // And whoever bends one is found.
    const { month, villageId, kind } = await opened.prisma.monthSum.findFirstOrThrow({ where: { opened: { gt: 0 } } })
    const where = { townId_month_villageId_kind: { townId: TOWN, month, villageId, kind } }
    await opened.prisma.monthSum.update({ where, data: { opened: { increment: 1 } } })
    expect(await checkSums(opened.prisma)).toEqual([{ town: TOWN, village: villageId, span: month }])
    await opened.prisma.monthSum.update({ where, data: { opened: { decrement: 1 } } })
  })

  it('tells of months, and of what comes again, as somebody would count it', async () => {
    const villages = [...new Set(matters.map((t) => t.village))].slice(0, 20)
    const from = new Date('2025-01-01T00:00:00+08:00')
    const since = new Date('2025-02-01T00:00:00+08:00')
    for (const reader of ['', 'P0001', ...matters.flatMap((t) => t.about).slice(0, 2)])
      for (const to of [new Date('2026-01-01T00:00:00+08:00'), new Date('2025-07-20T09:00:00+08:00')]) {
        const scope = { villages, reader, from, to }
        const here = matters.filter(
          (t) => villages.includes(t.village) && !t.about.includes(reader) && t.status !== 'merged' && t.status !== 'void',
        )
        const repeats = here.filter((t) => isIn(t.openedAt, scope) && isSpokenOf(t))
        const again = [...Map.groupBy(repeats, (t) => `${t.village} ${t.duty}`)].filter(
          ([, all]) => all.length >= 2 && all.some((t) => t.openedAt >= since),
        )
        const told = await figures.repeatedHere(scope, 2, since)
        expect(told.map((r) => [`${r.village} ${r.duty}`, r.count])).toEqual(
          expect.arrayContaining(
            told.map((r) => [`${r.village} ${r.duty}`, again.find(([name]) => name === `${r.village} ${r.duty}`)?.[1].length]),
          ),
        )
        expect(told).toHaveLength(Math.min(10, again.length))
        const whole = { ...scope, to: new Date(`${dayOf(to).slice(0, 7)}-01T00:00:00+08:00`) }
        const months = Map.groupBy(
          [
            ...here.filter((t) => isIn(t.openedAt, whole)).map((t) => ({ month: dayOf(t.openedAt).slice(0, 7), as: 'opened' })),
            ...here
              .filter((t) => isDone(t) && isIn(t.resolvedAt, whole))
              .map((t) => ({ month: dayOf(t.resolvedAt ?? NOW).slice(0, 7), as: 'done' })),
          ],
          (c) => c.month,
        )
        const count = (of: readonly { as: string }[], as: string) => of.filter((c) => c.as === as).length
        expect(await figures.monthly(scope)).toEqual(
          [...months]
            .map(([month, of]) => ({ month, opened: count(of, 'opened'), done: count(of, 'done') }))
            .toSorted((x, y) => (x.month < y.month ? -1 : 1)),
        )
      }
  })
})
