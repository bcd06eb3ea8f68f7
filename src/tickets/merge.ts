import type { Person } from '../domain/people.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { intoItself, standsAt } from '../wording/refusals.ts'
import { type MoveDesk, moveTicket } from './move-ticket.ts'
import type { Refusal } from './moves/refusal.ts'
import { type TeachDesk, teach } from './teach.ts'

export type MergeDesk = MoveDesk & TeachDesk & Pick<Desk, 'joinFollowers' | 'partFollowers'>

/** 合并: all reporters stay and all hear the outcome; the first ticket keeps number, owner and clocks. */
export async function mergeTickets(desk: MergeDesk, by: Person, from: Ticket, into: Ticket): Promise<{ ticket: Ticket } | Refusal> {
  // Nothing is merged into what is over, or is merged away itself: nobody would be left to work on it.
  if (into.status !== 'open' && !isLive(into)) return { refused: 'wrong-status', ticket: into, say: standsAt[into.status] }
  if (into.id === from.id) return { refused: 'obstacle', ticket: into, say: intoItself }
  const merged = await moveTicket(desk, by, from, 'merge', { into })
  if ('refused' in merged) return merged
  await desk.joinFollowers(from, into)
  await desk.append(into.id, [{ at: desk.now, what: 'mergedFrom', by: by.id, note: null, data: { from: from.id, label: from.label } }])
  await teach(desk, by, { ...from, source: 'merged', kind: into.kind, duty: into.duty })
  return { ticket: into }
}

/** 拆分: undoes a merge; the clocks go on as they were set when it was told. */
export async function splitTicket(desk: MergeDesk, by: Person, ticket: Ticket): Promise<{ ticket: Ticket } | Refusal> {
  const split = await moveTicket(desk, by, ticket, 'split', {})
  if ('refused' in split) return split
  await desk.partFollowers(ticket)
  await teach(desk, by, { ...ticket, source: 'split' })
  return split
}
