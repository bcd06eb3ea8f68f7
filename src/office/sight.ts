import { personName } from '../domain/roster.ts'
import { type Sight, sightOf } from '../domain/sight.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { MatterOnRecord, Viewer } from '../ports/office.ts'
import { nobody, unnamed } from '../wording/names.ts'

/** What a viewer may see of a matter: the same as in chat. */
export const seenBy = ({ person, roster }: Viewer, { ticket, followers }: Pick<MatterOnRecord, 'ticket' | 'followers'>): Sight =>
  sightOf(roster, person, ticket, followers)

/** How its reporter is called: who wants no name is named to whoever has it in hand and must call. */
export function reporterOf({ person, roster }: Viewer, ticket: Ticket): string {
  const knows = person.id === ticket.owner || person.id === ticket.reporter
  if (ticket.hidden && !knows) return unnamed
  if (ticket.through) return ticket.through.name
  return ticket.reporter ? personName(roster, ticket.reporter) : nobody
}

/** The same wherever people of a matter are named. */
export const nameIn = (viewer: Viewer, ticket: Ticket, id: string): string =>
  id === ticket.reporter ? reporterOf(viewer, ticket) : personName(viewer.roster, id)
