import { placeName } from '../../tickets/facts.ts'
import { basisOf, destinationWords, handoverSheet, matterWords, stateWords } from './words.ts'
import { sayLabels } from '../../wording/labels.ts'
import type { Cell, LedgerSheet } from '../measure.ts'

const MANY = 5000

export const handoverLedger: LedgerSheet = {
  ...handoverSheet,
  async rows(desk, { from, to }) {
    const rows: Cell[][] = []
    for (const h of await desk.handovers.list({ openedFrom: from, openedTo: to, limit: MANY })) {
      const ticket = h.ticket ? await desk.ticket(h.ticket) : null
      rows.push([
        ...[sayLabels.handover(h.number), ticket?.label ?? (h.matter ? matterWords[h.matter] : ''), h.openedAt],
        ...[h.village ? placeName(desk.roster, h.village) : '', destinationWords[h.to].name, h.reference ?? ''],
        ...[h.due, h.due ? basisOf(h.to) : '', h.endedAt, stateWords[h.status]],
      ])
    }
    return rows
  },
}
