import { maskName } from '../../domain/mask.ts'
import { personName } from '../../domain/roster.ts'
import { placeName } from '../../tickets/facts.ts'
import { categoryWords, exemplarSheet, stateWords } from '../../wording/exemplars.ts'
import { sayLabels } from '../../wording/labels.ts'
import type { LedgerSheet } from '../measure.ts'

const MANY = 5000

/** Who is published is known to everybody; of the others the name is masked, and who was taken down or said no leaves no deed. */
export const exemplarLedger: LedgerSheet = {
  ...exemplarSheet,
  async rows(desk, { from, to }) {
    const list = await desk.exemplars.list({ openedFrom: from, openedTo: to, limit: MANY })
    return list.map((e) => {
      const gone = e.status === 'declined' || e.status === 'withdrawn'
      return [
        ...[sayLabels.exemplar(e.number), e.status === 'published' ? e.name : maskName(e.name), placeName(desk.roster, e.village)],
        ...[categoryWords[e.category].name, gone ? '' : e.deed, e.openedAt],
        ...[e.checkedBy ? personName(desk.roster, e.checkedBy) : '', e.approvedBy ? personName(desk.roster, e.approvedBy) : ''],
        ...[e.status === 'published' ? e.publishedAt : null, stateWords[e.status]],
      ]
    })
  },
}
