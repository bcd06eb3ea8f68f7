import type { NoticeDraft } from '../domain/notice.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { dueWorkOf } from './due-work.ts'

/** Ticket, history, notices and due work become true together; nothing about a ticket is written anywhere else. */
export async function commitTicket(
  desk: Desk,
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
