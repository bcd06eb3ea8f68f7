import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { worthAWord } from '../../domain/remind.ts'
import { hasRoleOver, holders, townNode, villagesOf } from '../../domain/roster.ts'
import { monthName, monthOf } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { line } from '../../wording/digests.ts'
import { sayLabels, standing } from '../../wording/labels.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import type { Cell, MorningLine } from '../measure.ts'
import { HANDOVERS, type Handover } from './facts.ts'
import { handOff } from './orders.ts'
import { handoverPages } from './pages.ts'
import * as say from './words.ts'

const MANY = 5000

/** What lies with another office is counted for whose villages it is; matters for the police are in the enforcement figures. */
async function theirs(desk: Pick<Desk, 'roster' | 'ticket'>, person: Person, list: readonly Handover[]): Promise<Handover[]> {
  const villages = villagesOf(desk.roster, person)
  const ofTown = hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))
  const seen: Handover[] = []
  for (const h of list) {
    const ticket = h.ticket ? await desk.ticket(h.ticket) : null
    if (h.to !== 'police' && !ticket?.about.includes(person.id) && (ofTown || (h.village && villages.includes(h.village)))) seen.push(h)
  }
  return seen
}

const SHOWN = 10

/** What another office has in hand now. */
export const handoversWing = defineWing({
  orders: [handOff],
  async dayLines(desk, leader) {
    const out = await theirs(desk, leader, await desk.cases(HANDOVERS).list({ statuses: ['sent'], limit: MANY }))
    const late = out.filter((h) => h.due !== null && h.due < desk.now).length
    return line(1.6, late > 0 ? say.dayLine(late) : null)
  },
  async monthLines(desk, person, month) {
    const { from, to } = monthOf(month)
    const sent = await theirs(desk, person, await desk.cases(HANDOVERS).list({ openedFrom: from, openedTo: to, limit: MANY }))
    const answered = await theirs(
      desk,
      person,
      await desk.cases(HANDOVERS).list({ statuses: ['answered'], endedFrom: from, endedTo: to, limit: MANY }),
    )
    const runs = month === monthName(desk.now)
    const out = runs ? (await theirs(desk, person, await desk.cases(HANDOVERS).list({ statuses: ['sent'], limit: MANY }))).length : null
    return line(4.5, say.monthLine(sent.length, answered.length, out))
  },
  sheets: [
    {
      ...say.handoverSheet,
      async rows(desk, { from, to }, reader) {
        const rows: Cell[][] = []
        for (const h of await desk.cases(HANDOVERS).list({ openedFrom: from, openedTo: to, limit: MANY })) {
          const ticket = h.ticket ? await desk.ticket(h.ticket) : null
          if (reader && ticket?.about.includes(reader.id)) continue
          rows.push([
            ...[sayLabels.handover(h.number), ticket?.label ?? (h.matter ? say.matterWords[h.matter] : ''), h.openedAt],
            ...[h.village ? placeName(desk.roster, h.village) : '', say.destinationWords[h.to].name, h.reference ?? ''],
            ...[h.due, h.due ? say.basisOf(h.to) : '', h.endedAt, say.stateWords[h.status]],
          ])
        }
        return rows
      },
    },
  ],
  /** Their clock: to whoever handed it over; what is for the police, to the duty cadre. */
  morning: async (desk) => {
    const lines: MorningLine[] = []
    for (const h of await desk.cases(HANDOVERS).list({ statuses: ['sent'], limit: 2000 })) {
      const at = h.due && worthAWord(h.due, desk.now, desk.calendar)
      if (!at) continue
      const ticket = h.ticket ? await desk.ticket(h.ticket) : null
      const person = h.by ?? holders(desk.roster, 'duty', townNode(desk.roster))[0]
      if (!person || ticket?.about.includes(person)) continue
      const what = ticket?.label ?? (h.matter ? say.matterWords[h.matter] : '')
      lines.push({ person, text: say.dueLine(h.number, h.to, what, standing(at)) })
    }
    return lines
  },
  jobs: [],
  /** What they told that another office has now; what is for the police is nowhere else of theirs. */
  async keepsOf(desk, person) {
    const lines: string[] = []
    for (const h of await desk.cases(HANDOVERS).list({ whose: { person: person.id, at: ['reporter'] }, newestFirst: true, limit: SHOWN })) {
      const ticket = h.ticket ? await desk.ticket(h.ticket) : null
      lines.push(say.toldInFile(h, ticket?.label ?? (h.matter ? say.matterOf(h.matter) : '')))
    }
    return lines
  },
  made: [madeBy(say.made, HANDOVERS)],
  forgets: { [HANDOVERS.measure]: 'law' },
  staysWith: null,
  pages: [handoverPages],
  held: null,
})
