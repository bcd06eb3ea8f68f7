import type { Handover } from './facts.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver, townNode, villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { line } from '../../wording/digests.ts'
import * as say from './words.ts'
import type { MeasureDigest } from '../measure.ts'

const MANY = 5000

/** What lies with another office is counted for whose villages it is; matters for the police are in the enforcement figures. */
async function theirs(desk: Desk, person: Person, list: readonly Handover[]): Promise<Handover[]> {
  const villages = villagesOf(desk.roster, person)
  const ofTown = hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))
  const seen: Handover[] = []
  for (const h of list) {
    const ticket = h.ticket ? await desk.ticket(h.ticket) : null
    if (h.to !== 'police' && !ticket?.about.includes(person.id) && (ofTown || (h.village && villages.includes(h.village)))) seen.push(h)
  }
  return seen
}

export const handoverDigest: MeasureDigest = {
  async dayLines(desk, leader) {
    const out = await theirs(desk, leader, await desk.handovers.list({ statuses: ['sent'], limit: MANY }))
    const late = out.filter((h) => h.due !== null && h.due < desk.now).length
    return line(1.6, late > 0 ? say.dayLine(late) : null)
  },
  async monthLines(desk, person, month) {
    const { from, to } = monthOf(month)
    const sent = await theirs(desk, person, await desk.handovers.list({ openedFrom: from, openedTo: to, limit: MANY }))
    const answered = await theirs(
      desk,
      person,
      await desk.handovers.list({ statuses: ['answered'], endedFrom: from, endedTo: to, limit: MANY }),
    )
    const out = await theirs(desk, person, await desk.handovers.list({ statuses: ['sent'], limit: MANY }))
    return line(4.5, sent.length + answered.length + out.length > 0 ? say.monthLine(sent.length, answered.length, out.length) : null)
  },
}
