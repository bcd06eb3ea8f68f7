import { addWorkingDays } from '../domain/calendar.ts'
import { later, MINUTE_MS } from '../domain/durations.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, DueWork } from '../ports/desk.ts'
import { isAlarm } from './call-line.ts'

const QUARTER_HOUR_MS = 15 * MINUTE_MS
/** A whole day and night; then it is a matter for the morning. */
const CALLS = 96
/** The reporter has three working days to say a word. */
const WORD_WORKING_DAYS = 3

/**
 * Everything that is to happen to a ticket by itself, from its state alone: computed anew at every change, so that no
 * deadline lives anywhere else. Overdue matters are found each morning by query and need no row here.
 */
export function dueWorkOf(ticket: Ticket, desk: Pick<Desk, 'calendar'>): DueWork[] {
  const work = (job: string, tag: string, at: Date, data: Record<string, unknown> = {}): DueWork => ({
    key: `${job}:${ticket.id}:${tag}`,
    job,
    at,
    ticket: ticket.id,
    data,
  })
  if (ticket.status === 'open' && isAlarm(ticket) && !ticket.respondedAt)
    return Array.from({ length: CALLS }, (_, i) =>
      work('call-next', `${i + 1}`, later(ticket.respondBy, i * QUARTER_HOUR_MS), { call: i + 1 }),
    )
  if (ticket.status === 'waiting' && ticket.waiting) return [work('wait-over', ticket.waiting.until.toISOString(), ticket.waiting.until)]
  if (ticket.status === 'resolved' && ticket.resolvedAt)
    return [work('close-silent', ticket.resolvedAt.toISOString(), addWorkingDays(ticket.resolvedAt, WORD_WORKING_DAYS, desk.calendar))]
  return []
}
