import { DAY_MS, earlier } from '../../domain/durations.ts'
import { confirmBy } from './facts-mediation.ts'
import { worthAWord } from '../../domain/remind.ts'
import { standing } from '../../wording/labels.ts'
import * as say from './words.ts'
import type { MorningLine, MorningLines } from '../measure.ts'

/** What was agreed for a day, and the last day on which both may ask the court to confirm it: to the mediator. */
export const rulerMorning: MorningLines = async (desk) => {
  const lines: MorningLine[] = []
  const since = earlier(desk.now, 400 * DAY_MS)
  for (const m of await desk.mediations.list({ statuses: ['agreed'], endedFrom: since, limit: 2000 })) {
    const by = confirmBy(m)
    const asked = by && !m.confirmedAt ? worthAWord(by, desk.now, desk.calendar) : null
    const owed = m.performances.flatMap((p) => {
      const at = p.done ? null : worthAWord(p.due, desk.now, desk.calendar)
      return at ? [{ text: p.text, at }] : []
    })
    if (owed.length === 0 && !(asked && 'left' in asked)) continue
    const ticket = await desk.ticket(m.ticket)
    if (!ticket || ticket.about.includes(m.mediator)) continue
    for (const { text, at } of owed) lines.push({ person: m.mediator, text: say.performanceLine(ticket.label, text, standing(at)) })
    // A day that has passed cannot be asked for any more.
    if (asked && 'left' in asked) lines.push({ person: m.mediator, text: say.confirmLine(ticket.label, standing(asked)) })
  }
  return lines
}
