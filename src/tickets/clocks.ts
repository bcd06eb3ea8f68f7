import { type Calendar, nextWorkingMoment } from '../domain/calendar.ts'
import { dueAt } from '../domain/deadlines.ts'
import type { Duty, Limit } from '../domain/duty.ts'
import { atHome } from '../domain/judgement.ts'
import type { Ticket } from '../domain/ticket.ts'

/** The township's own setting: danger to life or house, whatever the duty says. */
const DANGER: { respond: Limit; complete: Limit } = { respond: { amount: 15, unit: 'minutes' }, complete: { amount: 1, unit: 'sameDay' } }

/** Both deadlines, counted from one moment; a touch of the ticket never comes in here. */
export function clocksOf(
  ticket: Pick<Ticket, 'countedFrom' | 'danger' | 'sensitivity'>,
  duty: Duty,
  calendar: Calendar,
): { respondBy: Date; completeBy: Date } {
  const limits = ticket.danger || atHome(ticket.sensitivity) ? DANGER : duty
  const respondBy = dueAt(ticket.countedFrom, limits.respond, calendar)
  const completeBy = dueAt(ticket.countedFrom, limits.complete, calendar)
  if (completeBy >= respondBy) return { respondBy, completeBy }
  // 24 hours told on a Saturday would be over before anybody has to answer: they run from the next working moment.
  return { respondBy, completeBy: dueAt(nextWorkingMoment(ticket.countedFrom, calendar), limits.complete, calendar) }
}
