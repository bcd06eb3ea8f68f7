import type { Calendar } from '../domain/calendar.ts'
import { dueAt } from '../domain/deadlines.ts'
import type { Duty, Limit } from '../domain/duty.ts'
import type { Ticket } from '../domain/ticket.ts'

/** voice.md, section 2: danger to life or house, whatever the duty says. */
const DANGER: { respond: Limit; complete: Limit } = { respond: { amount: 15, unit: 'minutes' }, complete: { amount: 1, unit: 'sameDay' } }

/** Both deadlines, counted from one moment; a touch of the ticket never comes in here. */
export function clocksOf(
  ticket: Pick<Ticket, 'countedFrom' | 'danger'>,
  duty: Duty,
  calendar: Calendar,
): { respondBy: Date; completeBy: Date } {
  const limits = ticket.danger ? DANGER : duty
  const respondBy = dueAt(ticket.countedFrom, limits.respond, calendar)
  const completeBy = dueAt(ticket.countedFrom, limits.complete, calendar)
  return { respondBy, completeBy: completeBy < respondBy ? respondBy : completeBy }
}
