import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { HOUR_MS, later } from '../../src/domain/durations.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { EVENTS } from '../../src/domain/ticket.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { createStore } from '../../src/store/store.ts'
import { applyTownship } from '../../src/store/township.ts'
import type { Database } from '../../src/store/transaction.ts'
import { dice, inventMatters } from '../measure/invented-matters.ts'

const NOW = new Date('2026-11-25T09:00:00+08:00')
const NOTES = ['换了灯泡，试过了', '等配件，周五到', '王大娘来电催问：“啥时候修？”', null]

/** The sample township with so many matters and a few chronicles, each with some lines of history written as the product writes them; one of its people was forgotten. */
export async function tellHistories(db: Database, matters: number): Promise<void> {
  await applyTownship(db, sampleTownship(), { sample: true, replaceSample: false })
  const store = createStore(db, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  const [town = ''] = await store.towns()
  const { below, of, chance } = dice(3)
  const lines = (from: Date) =>
    Array.from({ length: 1 + below(7) }, (_, i) => ({
      at: later(from, i * HOUR_MS + below(1000)),
      what: of(EVENTS),
      by: chance(70) ? `P${below(400)}` : null,
      note: of(NOTES),
      data: chance(50) ? { from: { owner: `P${below(400)}`, times: below(9) }, list: ['照片', below(99)] } : {},
    }))
  await store.atDesk(town, NOW, async (desk) => {
    const invented = inventMatters(desk.roster, matters, NOW)
    for (const matter of invented) {
      await desk.writeTicket(null, matter)
      // Two writers' worth, as it grows in life.
      await desk.append(matter.id, lines(matter.openedAt))
      if (chance(50)) await desk.append(matter.id, lines(NOW))
    }
    for (let i = 0; i < matters / 4; i++) await desk.chronicle.append(`petition:${i}`, lines(NOW))
    const reporter = invented.find((m) => m.reporter !== null)?.reporter
    if (!reporter) throw new Error('nobody told anything')
    await desk.append(
      invented[0]?.id ?? '',
      lines(NOW).map((line) => ({ ...line, by: reporter })),
    )
    await desk.forget({ person: reporter }, 'self', {})
  })
}
