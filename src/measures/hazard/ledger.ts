import { maskText } from '../../domain/mask.ts'
import { personName } from '../../domain/roster.ts'
import { isPrivate } from '../../domain/ticket.ts'
import { placeName } from '../../tickets/facts.ts'
import { hazardColumns, hazardSheet } from './words.ts'
import { ledgerWords } from '../../wording/ledger.ts'
import { states } from '../../wording/replies.ts'
import type { LedgerSheet } from '../measure.ts'

export const hazardLedger: LedgerSheet = {
  sheet: hazardSheet,
  columns: hazardColumns,
  async rows(desk, span) {
    const { roster } = desk
    const names = [...roster.people.values()].map((p) => p.name)
    return (await desk.hazards.within(span)).map(({ ticket: t, by, at }, i) => [
      ...[
        i + 1,
        t.label,
        at,
        placeName(roster, t.village),
        placeName(roster, t.place),
        isPrivate(t) ? ledgerWords.inTheFile : maskText(t.text, names),
      ],
      ...[personName(roster, by), t.owner ? personName(roster, t.owner) : '', t.completeBy],
      ...[states[t.status], t.resolvedAt, isPrivate(t) ? '' : maskText(t.resolution ?? '', names)],
    ])
  },
}
