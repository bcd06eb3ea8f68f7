import { addWorkingDays } from '../domain/calendar.ts'
import { later, MINUTE_MS } from '../domain/durations.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { DueWork, JobName } from '../ports/due-work.ts'
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
function dueWorkOf(ticket: Ticket, desk: Pick<Desk, 'calendar'>): DueWork[] {
  const row = (job: JobName, tag: string, at: Date) => ({ key: `${job}:${ticket.id}:${tag}`, at, ticket: ticket.id })
  if (ticket.status === 'open' && isAlarm(ticket) && !ticket.respondedAt)
    return Array.from({ length: CALLS }, (_, i) => ({
      ...row('call-next', `${i + 1}`, later(ticket.respondBy, i * QUARTER_HOUR_MS)),
      ...{ job: 'call-next', data: { call: i + 1 } },
    }))
  if (ticket.status === 'waiting' && ticket.waiting) {
    const { until } = ticket.waiting
    return [{ ...row('wait-over', until.toISOString(), until), job: 'wait-over', data: {} }]
  }
  if (ticket.status === 'resolved' && ticket.resolvedAt) {
    const at = addWorkingDays(ticket.resolvedAt, WORD_WORKING_DAYS, desk.calendar)
    return [{ ...row('close-silent', ticket.resolvedAt.toISOString(), at), job: 'close-silent', data: {} }]
  }
  return []
}

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
  const work = dueWorkOf(written, desk)
  if (before || work.length > 0) await desk.setDue(written.id, work)
  return written
}

/** A refused attempt has no effect, but it leaves a line. */
export const recordDenied = (desk: Pick<Desk, 'now' | 'append'>, person: Person, ticket: Ticket, words: string): Promise<void> =>
  desk.append(ticket.id, [{ at: desk.now, what: 'denied', by: person.id, note: words, data: {} }])
