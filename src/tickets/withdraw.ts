import { atHome } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { takenBackInDanger } from '../wording/emergencies.ts'
import { noteOf, unsaidFor } from '../wording/noted.ts'
import { callLine } from './call-line.ts'
import { type MoveDesk, moveTicket } from './move-ticket.ts'
import type { Refusal } from './moves/refusal.ts'

/**
 * 撤回 by who told it. Trouble at home is not ended by one word, for whoever holds the telephone may not be who wrote before:
 * it stays open, and those who have it in hand are asked to look all the same.
 */
export async function withdrawTicket(
  desk: MoveDesk & Pick<Desk, 'suppress'>,
  person: Person,
  ticket: Ticket,
): Promise<{ ticket: Ticket } | { kept: Ticket } | Refusal> {
  if (atHome(ticket.sensitivity) && ticket.reporter === person.id && ticket.status === 'open') {
    await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: person.id, note: noteOf.withdrawn, data: {} }])
    const hands = [...new Set([ticket.owner, callLine(desk, ticket)[0]])].filter((id) => id !== null && id !== undefined)
    await desk.notify(
      hands.map((id) => ({
        key: `${ticket.id}:taken-back:${desk.now.toISOString()}:${id}`,
        to: toPerson(id),
        ticket: ticket.id,
        occasion: 'added',
        text: takenBackInDanger(ticket.label, personName(desk.roster, person.id)),
        urgent: true,
      })),
    )
    return { kept: ticket }
  }
  const moved = await moveTicket(desk, person, ticket, 'withdraw', {})
  if ('ticket' in moved) await desk.suppress({ ticket: ticket.id, occasions: ['opened', 'new-work'] }, unsaidFor.withdrawn)
  return moved
}
