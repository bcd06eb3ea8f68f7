import { type Calendar, workdaysBetween } from '../../domain/calendar.ts'
import { dueAt, halfOf } from '../../domain/deadlines.ts'
import { DAY_MS, later } from '../../domain/durations.ts'
import type { Limit } from '../../domain/duty.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { span } from '../../wording/dates.ts'
import { notTheirs, standsAt, tooManyExtensions } from '../../wording/refusals.ts'
import { extendedForAsker, extendedForReporter, extensionAsked, extensionDenied, forSupervisor } from '../../wording/told.ts'
import { approverOf } from './audiences.ts'
import { type Attempt, defineMove } from './define-move.ts'

const MOST = 2

/** The first extension of up to half of the limit is the secretary's to give, more is the leader's. */
function approverFor(ticket: Ticket, until: Date, { actors }: Attempt, limit: Limit | null, calendar: Calendar): 'secretary' | 'leader' {
  if (ticket.extensions > 0 || ticket.supervisor || actors.has('secretary') || !limit) return 'leader'
  const most = halfOf(limit)
  const within =
    most.unit === 'workingDays'
      ? workdaysBetween(ticket.completeBy, until, calendar) <= most.amount
      : until <= dueAt(ticket.completeBy, most, calendar)
  return within ? 'secretary' : 'leader'
}

/** The date of a supervised matter is its supervisor's; any other is given by the one who was asked, or above, never by who asks. */
function mayAnswer({ extensionAsked, supervisor }: Ticket, { actors, by }: Attempt): boolean {
  if (supervisor) return by === supervisor
  if (actors.has('leader')) return true
  return extensionAsked?.approver === 'secretary' && extensionAsked.by !== by
}

export const askExtension = defineMove({
  event: 'extensionAsked',
  from: ['open'],
  to: {},
  by: ['owner', 'secretary'],
  effect(ticket, step) {
    const { by, detail, duty, calendar } = step
    if (!by || !detail.until) return {}
    const approver = approverFor(ticket, detail.until, step, duty?.complete ?? null, calendar)
    return { extensionAsked: { by, until: detail.until, reason: detail.note ?? '', approver } }
  },
  notTheirs: notTheirs.askExtension,
  obstacle: ({ extensions }) => (extensions >= MOST ? tooManyExtensions : null),
  refused: standsAt,
  tells: {
    approver: (t, { before, after, calendar }) =>
      after.extensionAsked && extensionAsked(t, after.extensionAsked, span(before.completeBy, after.extensionAsked.until, calendar)),
  },
  async afterwards(desk, ticket) {
    const person = approverOf(desk.roster, ticket)
    if (person) await desk.ask({ id: desk.newId(), person, what: 'extension', ticket: ticket.id, data: {} }, later(desk.now, 7 * DAY_MS))
  },
})

export const extend = defineMove({
  event: 'extended',
  from: ['open'],
  to: {},
  by: ['secretary', 'leader'],
  effect: ({ completeBy, extensions, extensionAsked }) => ({
    completeBy: extensionAsked?.until ?? completeBy,
    extensions: extensions + 1,
    extensionAsked: null,
  }),
  isTheirs: mayAnswer,
  notTheirs: notTheirs.extend,
  refused: standsAt,
  tells: { asker: extendedForAsker, reporter: extendedForReporter, supervisor: forSupervisor.extended },
})

export const denyExtension = defineMove({
  event: 'extensionDenied',
  from: ['open'],
  to: {},
  by: ['secretary', 'leader'],
  effect: () => ({ extensionAsked: null }),
  isTheirs: mayAnswer,
  notTheirs: notTheirs.denyExtension,
  refused: standsAt,
  tells: { asker: extensionDenied },
})
