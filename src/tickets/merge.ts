import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Refusal } from '../domain/who-may.ts'
import type { Desk } from '../ports/desk.ts'
import { moveTicket } from './move-ticket.ts'

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
  return { ticket: into }
}

/** 拆分: undoes a merge; the clocks go on as they were set when it was told. */
export const splitTicket = (desk: Desk, by: Person, ticket: Ticket, cause: string): Promise<{ ticket: Ticket } | Refusal> =>
  moveTicket(desk, by, ticket, 'split', { cause })
