import { emptyFigures, isAlwaysLate } from './facts.ts'
import { townNode } from '../../domain/roster.ts'
import { checkWords, dutyColumns, dutySheet, fieldWord } from './words.ts'
import { kindNames } from '../../wording/names.ts'
import type { LedgerSheet } from '../measure.ts'
import { unownedIn } from './check.ts'

/** The list with what each line saw in the span. */
export const dutyLedger: LedgerSheet = {
  sheet: dutySheet,
  columns: dutyColumns,
  async rows(desk, span) {
    const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
    const scope = { villages: [...villages, townNode(desk.roster)], reader: '', ...span }
    const known = new Map((await desk.duties.figures(scope)).map((f) => [f.duty, f]))
    return [...desk.roster.duties.values()].map((d, i) => {
      const f = known.get(d.code) ?? emptyFigures(d.code)
      const remarks = [
        ...(unownedIn(desk, d.code, villages).length > 0 ? [checkWords.unowned] : []),
        ...(f.opened === 0 ? [checkWords.never] : []),
        ...(isAlwaysLate(f) ? [checkWords.late] : []),
      ]
      return [
        ...[i + 1, d.code, kindNames[d.kind], d.name, fieldWord(d, 'owner'), fieldWord(d, 'coOwners')],
        ...[fieldWord(d, 'respond'), fieldWord(d, 'complete'), f.opened, f.done, f.onTime],
        ...[f.good, f.fair, f.poor, f.none, remarks.join('；')],
      ]
    })
  },
}
