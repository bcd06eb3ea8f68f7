import { sightOf } from '../domain/sight.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { CallOf } from './define-command.ts'

/** For whom sight is none, a ticket does not exist. */
export async function visible(call: CallOf<'followers' | 'roster'>, ticket: Ticket | null): Promise<Ticket | null> {
  if (!ticket) return null
  const followers = await call.desk.followers(ticket.id)
  return sightOf(call.desk.roster, call.spoken.person, ticket, followers) === 'none' ? null : ticket
}
