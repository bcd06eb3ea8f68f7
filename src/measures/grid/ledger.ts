import { personName } from '../../domain/roster.ts'
import { placeName } from '../../tickets/facts.ts'
import { gridColumns, gridSheet } from './words.ts'
import type { LedgerSheet } from '../measure.ts'
import { householdsIn, keepersOf } from './look.ts'

/** The tree as it stands, every 十户联防 with its keeper; cadres' names are public. */
export const gridLedger: LedgerSheet = {
  sheet: gridSheet,
  columns: gridColumns,
  async rows(desk) {
    const { roster } = desk
    const tens = [...roster.nodes.values()].filter((n) => n.level === 'ten')
    return tens.map((ten, i) => {
      const she = ten.parentId ? roster.nodes.get(ten.parentId) : undefined
      const keepers = keepersOf(roster, ten.id).map((id) => personName(roster, id))
      return [
        i + 1,
        placeName(roster, she?.parentId ?? ''),
        she?.name ?? '',
        ten.name,
        keepers.join('、'),
        householdsIn(roster, ten.id).length,
      ]
    })
  },
}
