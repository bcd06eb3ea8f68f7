import { personName } from '../../domain/roster.ts'
import { policyColumns, policySheet, policyStates } from './words.ts'
import type { LedgerSheet } from '../measure.ts'
import { audienceName } from './audience.ts'

export const policyLedger: LedgerSheet = {
  sheet: policySheet,
  columns: policyColumns,
  async rows(desk, span) {
    const { roster } = desk
    return (await desk.policies.within(span)).map((n, i) => [
      ...[i + 1, n.number, n.at, personName(roster, n.by), audienceName(roster, n.groups), n.text],
      ...[n.decidedBy ? personName(roster, n.decidedBy) : '', n.decidedAt, policyStates[n.state]],
    ])
  },
}
