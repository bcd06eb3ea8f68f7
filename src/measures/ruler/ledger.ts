import { muOf } from './facts.ts'
import { confirmBy } from './facts-mediation.ts'
import { personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { sayLabels } from '../../wording/labels.ts'
import { agreementForms, measurementSheet, mediationSheet, mediationStates, wordShort } from './words.ts'
import type { Cell, LedgerSheet } from '../measure.ts'

const MANY = 5000

const labelOf = async (desk: Desk, id: string): Promise<string> => (await desk.ticket(id))?.label ?? ''

/** Figures and outcomes; who the two parties are stands in the file of the matter only. */
export const measurementLedger: LedgerSheet = {
  ...measurementSheet,
  async rows(desk, { from, to }) {
    const list = await desk.measurements.list({ openedFrom: from, openedTo: to, limit: MANY })
    const rows: Cell[][] = []
    for (const m of list)
      rows.push([
        ...[sayLabels.measurement(m.number), await labelOf(desk, m.ticket), m.openedAt, m.village ? placeName(desk.roster, m.village) : ''],
        ...[m.figure.corners.length, m.figure.perimeter, m.figure.area, Number(muOf(m.figure.area).toFixed(3)), m.figure.closing],
        ...[m.present.length, wordShort(m.first), wordShort(m.second), personName(desk.roster, m.by)],
      ])
    return rows
  },
}

export const mediationLedger: LedgerSheet = {
  ...mediationSheet,
  async rows(desk, { from, to }) {
    const list = await desk.mediations.list({ openedFrom: from, openedTo: to, limit: MANY })
    const rows: Cell[][] = []
    for (const m of list)
      rows.push([
        ...[sayLabels.mediation(m.number), await labelOf(desk, m.ticket), m.openedAt, m.village ? placeName(desk.roster, m.village) : ''],
        ...[personName(desk.roster, m.mediator), m.record.length, mediationStates[m.status]],
        ...[m.agreement ? agreementForms[m.agreement.form] : '', m.agreement?.at ?? null],
        ...[m.performances.length, m.performances.filter((p) => p.done).length, confirmBy(m), m.confirmedAt],
      ])
    return rows
  },
}
