import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { handedOver, newWork } from '../wording/told.ts'
import { accusedIn } from './about-whom.ts'
import { chooseOwner } from './choose-owner.ts'
import { commitTicket } from './commit.ts'
import { factsOf, placeName, reporterAndHome } from './facts.ts'
import { dutyFor } from './open-ticket.ts'

/**
 * A cadre says where it really is. While nobody has taken it, it goes to whoever answers for that place; no clock moves.
 */
export async function placeTicket(desk: Desk, by: string, ticket: Ticket, place: string): Promise<Ticket> {
  const { roster } = desk
  const owner =
    ticket.acceptedAt === null
      ? chooseOwner(roster, dutyFor(roster, ticket), place, accusedIn(ticket), ticket.danger !== null)
      : ticket.owner
  const after: Ticket = { ...ticket, place, owner }
  const event = { at: desk.now, what: 'amended' as const, by, note: placeName(roster, place), data: { place, owner } }
  return commitTicket(desk, ticket, after, [event], (now) => {
    if (now.owner === ticket.owner) return []
    const told = factsOf(desk, now, { by, note: null, formerOwner: ticket.owner })
    const notice = (to: string | null, tag: string, words: string): NoticeDraft[] =>
      to && to !== by
        ? [{ key: `placed:${now.id}:${now.version}:${tag}`, to: toPerson(to), ticket: now.id, occasion: 'amended', text: words }]
        : []
    return [
      ...notice(now.owner, 'owner', newWork({ ...told, reporter: reporterAndHome(roster, now) })),
      ...notice(ticket.owner, 'former', handedOver(told)),
    ]
  })
}
