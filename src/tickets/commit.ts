import type { NoticeDraft } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { dueWorkOf } from './due-work.ts'

export type CommitDesk = Pick<Desk, 'calendar' | 'writeTicket' | 'append' | 'notify' | 'setDue'>

/** Ticket, history, notices and due work become true together; nothing about a ticket is written anywhere else. */
export async function commitTicket(
  desk: CommitDesk,
  before: Ticket | null,
  after: Ticket,
  events: readonly TicketEvent[],
  notices: (written: Ticket) => readonly NoticeDraft[],
): Promise<Ticket> {
  const written = await desk.writeTicket(before, after)
  await desk.append(written.id, events)
  await desk.notify(notices(written))
  await desk.setDue(written.id, dueWorkOf(written, desk))
  return written
}

/** A refused attempt has no effect, but it leaves a line. */
export const recordDenied = (desk: Pick<Desk, 'now' | 'append'>, person: Person, ticket: Ticket, words: string): Promise<void> =>
  desk.append(ticket.id, [{ at: desk.now, what: 'denied', by: person.id, note: words, data: {} }])
