import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'

/** A refused attempt has no effect, but it leaves a line. */
export const recordDenied = (desk: Desk, person: Person, ticket: Ticket, words: string): Promise<void> =>
  desk.append(ticket.id, [{ at: desk.now, what: 'denied', by: person.id, note: words, data: {} }])
