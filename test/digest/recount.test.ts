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
      expect(told(await figures.live(scope))).toEqual(tally(here.filter(isLive)))
      expect(told(await figures.overdue(scope, NOW))).toEqual(tally(here.filter((t) => t.status === 'open' && t.completeBy < NOW)))
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
