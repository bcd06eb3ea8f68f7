import { atHome } from '../domain/judgement.ts'
import { holders } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { Call } from '../wording/emergencies.ts'
import { placeName } from './facts.ts'

/** Somebody may come to harm: whoever is called is called now. What is only to stay quiet can wait for the day. */
export const isAlarm = (t: Pick<Ticket, 'danger' | 'sensitivity'>): boolean => t.danger !== null || atHome(t.sensitivity) !== null

/** Whoever is called at once: the town's duty cadres, in turn, then the leaders, past whom it is about. */
export const callLine = (desk: Pick<Desk, 'roster'>, ticket: Pick<Ticket, 'place' | 'about' | 'reporter'>): string[] =>
  [
    ...new Set([
      ...holders(desk.roster, 'duty', ticket.place),
      ...holders(desk.roster, 'secretary', ticket.place),
      ...holders(desk.roster, 'leader', ticket.place),
    ]),
  ].filter((id) => !ticket.about.includes(id) && id !== ticket.reporter)

/** What everybody who is called has to know: what, where, who told it and how to reach them, in their words. */
export function callOf(desk: Pick<Desk, 'roster'>, t: Ticket): Call {
  const who = t.reporter ? desk.roster.people.get(t.reporter) : undefined
  return {
    label: t.label,
    danger: t.danger,
    sensitivity: t.sensitivity,
    place: placeName(desk.roster, t.place),
    who: t.through?.name ?? who?.name ?? '有人',
    phone: who?.phone ?? null,
    text: t.text,
  }
}
