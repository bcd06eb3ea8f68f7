import type { Amended, Settled } from '../domain/amendment.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { aboutWhom } from './about-whom.ts'
import { chooseOwner } from './choose-owner.ts'
import { clocksOf } from './clocks.ts'
import { dutyFor } from './open-ticket.ts'

/** The ticket as a second opinion would have it: duty, whom it is about, owner and deadlines follow from the kind. */
export function amended(desk: Pick<Desk, 'roster' | 'calendar'>, ticket: Ticket, to: Amended, model: Judgement, settled: Settled): Ticket {
  const { roster } = desk
  const duty = dutyFor(roster, to)
  const about =
    to.sensitivity === 'cadre' && ticket.sensitivity !== 'cadre'
      ? aboutWhom(roster, { ...model, sensitivity: 'cadre' }, ticket.text, ticket.village, ticket.place, ticket.reporter)
      : ticket.about
  const isAccused = ticket.owner !== null && about.includes(ticket.owner)
  const rerouted = isAccused || about.length > ticket.about.length || (duty.code !== ticket.duty && !settled.owner)
  const owner = rerouted ? chooseOwner(roster, duty, ticket.place, about, false) : ticket.owner
  const next: Ticket = {
    ...ticket,
    ...to,
    kind: duty.kind,
    duty: duty.code,
    about,
    owner,
    coOwners: ticket.coOwners.filter((id) => id !== owner && !about.includes(id)),
    acceptedAt: owner === ticket.owner ? ticket.acceptedAt : null,
  }
  return duty.code === ticket.duty || settled.owner ? next : { ...next, ...clocksOf(next, duty, desk.calendar) }
}
