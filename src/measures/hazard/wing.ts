import { maskText } from '../../domain/mask.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName, villagesOf } from '../../domain/roster.ts'
import { monthName, monthOf } from '../../domain/span.ts'
import { isPrivate } from '../../domain/ticket.ts'
import { line } from '../../wording/digests.ts'
import { ledgerWords } from '../../wording/ledger.ts'
import { states } from '../../wording/replies.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import { FOUND } from './facts.ts'
import { hazard } from './orders.ts'
import { hazardPages } from './pages.ts'
import { hazardsOf, openHazards } from './verbs.ts'
import * as say from './words.ts'

/** 隐患 that cadres find on their rounds. */
export const hazardWing = defineWing({
  orders: [hazard],
  // What is late among them climbs as any ticket does.
  dayLines: null,
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const found = (await hazardsOf(desk, monthOf(month))).filter((h) => villages.includes(h.ticket.village))
    const done = found.filter((h) => h.ticket.resolvedAt !== null).length
    const open = month === monthName(desk.now) ? (await openHazards(desk, villages)).length : null
    return line(7, say.monthLine(found.length, done, open))
  },
  sheets: [
    {
      sheet: say.hazardSheet,
      columns: say.hazardColumns,
      async rows(desk, span, reader) {
        const { roster } = desk
        const names = [...roster.people.values()].map((p) => p.name)
        const seen = (await hazardsOf(desk, span)).filter((h) => !reader || !h.ticket.about.includes(reader.id))
        return seen.map(({ ticket: t, by, at }, i) => [
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
    },
  ],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [madeBy(say.made, FOUND)],
  forgets: { [FOUND.measure]: 'office' },
  staysWith: null,
  pages: [hazardPages],
  held: null,
})
