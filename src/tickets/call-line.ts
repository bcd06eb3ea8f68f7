import { atHome, type Danger } from '../domain/judgement.ts'
import type { Role } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { holders } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { Call } from '../wording/emergencies.ts'
import { somebody } from '../wording/names.ts'

/** Somebody may come to harm: whoever is called is called now. What is only to stay quiet can wait for the day. */
export const isAlarm = (t: Pick<Ticket, 'danger' | 'sensitivity'>): boolean => t.danger !== null || atHome(t.sensitivity) !== null

const USUALLY: readonly Role[] = ['duty', 'secretary', 'leader']
/** Where a door has to be opened, or somebody carried to a car, the next neighbour with a duty comes before those who sit in town. */
const CALLED: Partial<Record<Danger, readonly Role[]>> = {
  elder: ['duty', 'keeper', 'secretary', 'leader'],
  poison: ['duty', 'secretary', 'keeper', 'leader'],
}

/** Whoever is called at once: the town's duty cadres, in turn, then the next, past whom it is about. */
export const callLine = (
  desk: Pick<Desk, 'roster'>,
  {
    danger = null,
    sensitivity = null,
    place,
    about,
    reporter,
  }: Pick<Ticket, 'place' | 'about' | 'reporter'> & Partial<Pick<Ticket, 'danger' | 'sensitivity'>>,
): string[] => {
  const roles = CALLED[danger ?? atHome(sensitivity) ?? 'violence'] ?? USUALLY
  return [...new Set(roles.flatMap((role) => holders(desk.roster, role, place)))].filter((id) => !about.includes(id) && id !== reporter)
}

/** What everybody who is called has to know: what, where, who told it and how to reach them, in their words. */
export function callOf(desk: Pick<Desk, 'roster'>, t: Ticket): Call {
  const who = t.reporter ? desk.roster.people.get(t.reporter) : undefined
  return {
    label: t.label,
    danger: t.danger,
    sensitivity: t.sensitivity,
    place: placeName(desk.roster, t.place),
    who: t.through?.name ?? who?.name ?? somebody,
    phone: who?.phone ?? null,
    text: t.text,
  }
}

/** Who is to reach the reporter: who has it, who wrote it down for them, and of an alarm who is called. The telephone is for nobody else. */
export const mustCall = (desk: Pick<Desk, 'roster'>, ticket: Ticket, person: string): boolean =>
  ticket.owner === person || ticket.through?.person === person || (isAlarm(ticket) && callLine(desk, ticket).includes(person))
