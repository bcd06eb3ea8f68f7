import { whoIsLeft } from './facts.ts'
import { personName } from '../../domain/roster.ts'
import { alarmColumns, alarmSheet } from './words.ts'
import type { Cell, LedgerSheet } from '../measure.ts'
import { audienceName } from '../policy/audience.ts'

export const alarmLedger: LedgerSheet = {
  sheet: alarmSheet,
  columns: alarmColumns,
  async rows(desk, span) {
    const rows: Cell[][] = []
    for (const a of await desk.alarms.within(span)) {
      const answers = await desk.alarms.answers(a.id)
      const own = new Set(answers.filter((x) => x.how === 'self').map((x) => x.who))
      const keepers = whoIsLeft(desk.roster, a.groups, new Set(answers.map((x) => x.who)))
      const households = keepers.flatMap((k) => k.households)
      const left = keepers.flatMap((k) => k.left).length
      const self = households.filter((h) => own.has(h)).length
      rows.push([
        ...[rows.length + 1, a.at, personName(desk.roster, a.by), audienceName(desk.roster, a.groups), a.text],
        ...[households.length, self, households.length - left - self, left, a.endedAt],
      ])
    }
    return rows
  },
}
