import type { Person } from '../../domain/people.ts'
import type { SayDay } from './facts.ts'
import { isLive, type Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { moveTicket } from '../../tickets/move-ticket.ts'

export interface Result {
  ticket: Ticket
  note: string
}

/** The record: how many came, what was said; what was said of a matter goes into that matter, where its owner and reporter read it. */
export async function recordSayDay(
  desk: Desk,
  by: Person,
  day: SayDay,
  held: { attendance: number | null; record: string; results: readonly Result[] },
): Promise<{ day: SayDay; matters: string[] }> {
  const matters: string[] = []
  for (const { ticket, note } of held.results) {
    if (!isLive(ticket)) continue
    const moved = await moveTicket(desk, by, ticket, 'progress', { note })
    if ('ticket' in moved) matters.push(moved.ticket.label)
  }
  const after: SayDay = {
    ...day,
    state: 'held',
    attendance: held.attendance ?? day.attendance,
    record: [day.record, held.record].filter((r) => r !== '').join('；'),
  }
  await desk.sayDays.change(after)
  return { day: after, matters }
}
