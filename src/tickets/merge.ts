import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Refusal } from '../domain/who-may.ts'
import type { Desk } from '../ports/desk.ts'
import { moveTicket } from './move-ticket.ts'
import { teach } from './teach.ts'

/** 合并: all reporters stay and all hear the outcome; the first ticket keeps number, owner and clocks. */
export async function mergeTickets(
  desk: Desk,
  by: Person,
  from: Ticket,
  into: Ticket,
  cause: string,
): Promise<{ ticket: Ticket } | Refusal> {
  const merged = await moveTicket(desk, by, from, 'merge', { into, cause })
  if ('refused' in merged) return merged
  await desk.moveFollowers(from.id, into.id)
  if (from.reporter) await desk.follow(into.id, from.reporter)
  await desk.append(into.id, [{ at: desk.now, what: 'mergedFrom', by: by.id, note: null, data: { from: from.id, label: from.label } }])
  await teach(desk, by, { source: 'merged', text: from.text, kind: into.kind, duty: into.duty, cause })
  return { ticket: into }
}

/** 拆分: undoes a merge; the clocks go on as they were set when it was told. */
export async function splitTicket(desk: Desk, by: Person, ticket: Ticket, cause: string): Promise<{ ticket: Ticket } | Refusal> {
  const split = await moveTicket(desk, by, ticket, 'split', { cause })
  if ('ticket' in split) await teach(desk, by, { source: 'split', text: ticket.text, kind: ticket.kind, duty: ticket.duty, cause })
  return split
}
