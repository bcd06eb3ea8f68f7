import { type Calendar, nextWorkingMoment } from '../domain/calendar.ts'
import { dueAt } from '../domain/deadlines.ts'
import type { Duty, Limit } from '../domain/duty.ts'
import { atHome } from '../domain/judgement.ts'
import type { Ticket } from '../domain/ticket.ts'

/** The township's own setting: danger to life or house, whatever the duty says. */
const DANGER: { respond: Limit; complete: Limit } = { respond: { amount: 15, unit: 'minutes' }, complete: { amount: 1, unit: 'sameDay' } }

/** Something public that somebody will come to harm by: made safe within a day, whatever the duty says. */
const HAZARD: { respond: Limit; complete: Limit } = {
  respond: { amount: 2, unit: 'workingHours' },
  complete: { amount: 24, unit: 'hours' },
}

const sooner = (a: Date, b: Date): Date => (b < a ? b : a)

/** The deadlines of a hazard: its own, or the duty's where these are shorter. */
export function hazardClocksOf(
  ticket: Parameters<typeof clocksOf>[0],
  duty: Duty,
  calendar: Calendar,
): { respondBy: Date; completeBy: Date } {
  const [usual, short] = [clocksOf(ticket, duty, calendar), clocksOf(ticket, { ...duty, ...HAZARD }, calendar)]
  return { respondBy: sooner(usual.respondBy, short.respondBy), completeBy: sooner(usual.completeBy, short.completeBy) }
}

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
