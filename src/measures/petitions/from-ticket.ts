import type { Person } from '../../domain/people.ts'
import type { Petition } from './facts.ts'
import { personName } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { moveTicket } from '../../tickets/move-ticket.ts'
import type { Refusal } from '../../tickets/moves/refusal.ts'
import * as say from './words.ts'
import { registerPetition } from './register.ts'

/** A matter that has become a petition: the ticket ends with a word to whoever told it, and the case begins when the matter did. */
export async function turnIntoPetition(desk: Desk, by: Person, ticket: Ticket): Promise<{ petition: Petition; ticket: Ticket } | Refusal> {
  const moved = await moveTicket(desk, by, ticket, 'reject', { note: say.nowAPetition })
  if ('refused' in moved) return moved
  const petition = await registerPetition(desk, by, {
    name: ticket.reporter ? personName(desk.roster, ticket.reporter) : say.anonymous,
    person: ticket.reporter,
    village: ticket.village,
    text: ticket.text,
    way: 'chat',
    people: 1,
    receivedAt: ticket.openedAt,
    about: ticket.about,
    ticket: ticket.id,
  })
  return { petition, ticket: moved.ticket }
}
