import type { Amended, Settled } from '../domain/amendment.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { type Accused, aboutWhom } from './about-whom.ts'
import { isAlarm } from './call-line.ts'
import { chooseOwner } from './choose-owner.ts'
import { clocksOf } from './clocks.ts'
import { dutyFor } from './open-ticket.ts'

/** The ticket as a second opinion would have it: duty, whom it is about, owner and deadlines follow from the kind. */
export function amended(desk: Pick<Desk, 'roster' | 'calendar'>, ticket: Ticket, to: Amended, model: Judgement, settled: Settled): Ticket {
  const { roster } = desk
  const duty = dutyFor(roster, to)
  const isComplaint = to.sensitivity === 'cadre'
  const accused: Accused =
    isComplaint && ticket.sensitivity !== 'cadre'
      ? aboutWhom(roster, { ...model, sensitivity: 'cadre' }, ticket.text, ticket.village, ticket.place, ticket.reporter)
      : { about: ticket.about, complaint: isComplaint }
  const rerouted = (isComplaint && ticket.sensitivity !== 'cadre') || (duty.code !== ticket.duty && !settled.owner)
  const owner = rerouted ? chooseOwner(roster, duty, ticket.place, accused, ticket.danger !== null) : ticket.owner
  const next: Ticket = {
    ...ticket,
    ...to,
    kind: duty.kind,
    duty: duty.code,
    about: accused.about,
    owner,
    coOwners: ticket.coOwners.filter((id) => id !== owner && !accused.about.includes(id)),
    acceptedAt: owner === ticket.owner ? ticket.acceptedAt : null,
  }
  const otherClocks = (duty.code !== ticket.duty && !settled.owner) || isAlarm(next) !== isAlarm(ticket)
  return otherClocks ? { ...next, ...clocksOf(next, duty, desk.calendar) } : next
}
