import { isCadre } from '../../domain/people.ts'
import { townNode } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { kindNames } from '../../wording/names.ts'
import { defineWing } from '../define-wing.ts'
import { emptyFigures, isAlwaysLate } from './facts.ts'
import { changeDutyList, dutyCheckUp, dutyEvaluation, dutyHistory } from './orders.ts'
import { dutyFigures, rememberImported, unownedIn } from './verbs.ts'
import * as say from './words.ts'

/** 一张清单定责. */
export const dutiesWing = defineWing({
  orders: [changeDutyList, dutyHistory, dutyCheckUp, dutyEvaluation],
  dayLines: null,
  async monthLines(desk, person, month) {
    if (!isCadre(person)) return []
    const late = (await dutyFigures(desk, person, monthOf(month))).filter(isAlwaysLate)
    const rows = late.map((f) => ({ name: desk.roster.duties.get(f.duty)?.short ?? f.duty, onTime: f.onTime, done: f.done }))
    return line(6.5, say.lateLine(rows))
  },
  sheets: [
    /** The list with what each line saw in the span. */
    {
      sheet: say.dutySheet,
      columns: say.dutyColumns,
      async rows(desk, span) {
        const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
        const scope = { villages: [...villages, townNode(desk.roster)], reader: '', ...span }
        const known = new Map((await desk.duties.figures(scope)).map((f) => [f.duty, f]))
        return [...desk.roster.duties.values()].map((d, i) => {
          const f = known.get(d.code) ?? emptyFigures(d.code)
          const remarks = [
            ...(unownedIn(desk, d.code, villages).length > 0 ? [say.checkWords.unowned] : []),
            ...(f.opened === 0 ? [say.checkWords.never] : []),
            ...(isAlwaysLate(f) ? [say.checkWords.late] : []),
          ]
          return [
            ...[i + 1, d.code, kindNames[d.kind], d.name, say.fieldWord(d, 'owner'), say.fieldWord(d, 'coOwners')],
            ...[say.fieldWord(d, 'respond'), say.fieldWord(d, 'complete'), f.opened, f.done, f.onTime],
            ...[f.good, f.fair, f.poor, f.none, remarks.join('；')],
          ]
        })
      },
    },
  ],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [],
  forgets: {},
  staysWith: null,
  pages: [],
  held: null,
  imported: rememberImported,
})
