import { worthAWord } from '../../domain/remind.ts'
import { holders, townNode } from '../../domain/roster.ts'
import * as say from './words.ts'
import { standing } from '../../wording/labels.ts'
import type { MorningLine, MorningLines } from '../measure.ts'

/** Their clock: to whoever handed it over; what is for the police, to the duty cadre. */
export const handoverMorning: MorningLines = async (desk) => {
  const lines: MorningLine[] = []
  for (const h of await desk.handovers.list({ statuses: ['sent'], limit: 2000 })) {
    const at = h.due && worthAWord(h.due, desk.now, desk.calendar)
    if (!at) continue
    const ticket = h.ticket ? await desk.ticket(h.ticket) : null
    const person = h.by ?? holders(desk.roster, 'duty', townNode(desk.roster))[0]
    if (!person || ticket?.about.includes(person)) continue
    const what = ticket?.label ?? (h.matter ? say.matterWords[h.matter] : '')
    lines.push({ person, text: say.dueLine(h.number, h.to, what, standing(at)) })
  }
  return lines
}
