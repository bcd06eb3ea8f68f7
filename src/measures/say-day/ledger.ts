import { earlier } from '../../domain/durations.ts'
import { maskText } from '../../domain/mask.ts'
import { dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { placeName } from '../../tickets/facts.ts'
import { sayDayColumns, sayDaySheet, sayDayStates } from '../../wording/intake.ts'
import { timeOfDay } from '../lectures/words.ts'
import type { LedgerSheet } from '../measure.ts'

export const sayDayLedger: LedgerSheet = {
  sheet: sayDaySheet,
  columns: sayDayColumns,
  async rows(desk, span) {
    const { roster } = desk
    const villages = [...roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
    const names = [...roster.people.values()].map((p) => p.name)
    const days = await desk.sayDays.between(villages, dayOf(span.from), dayOf(earlier(span.to, 1)))
    return days.map((d, i) => [
      ...[i + 1, placeName(roster, d.village), momentAt(numberOfDay(d.day), 0), timeOfDay(d.minute), d.place],
      ...[d.agenda.map((a) => a.text).join('；'), d.apart, d.attendance, maskText(d.record, names), sayDayStates[d.state]],
    ])
  },
}
