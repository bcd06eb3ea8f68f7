import { addWorkingDays, type Calendar } from '../domain/calendar.ts'
import { shiftByPause } from '../domain/deadlines.ts'
import type { Duty } from '../domain/duty.ts'
import type { Kind } from '../domain/judgement.ts'
import type { Satisfaction, Ticket, Via } from '../domain/ticket.ts'
import { MOVES, type Move, type MoveName } from '../domain/workflow.ts'
import type { Heard } from '../ports/desk.ts'
import type { Talk } from '../wording/told.ts'
import { clocksOf } from './clocks.ts'

export interface MoveDetail {
  note?: string
  /** Person id, for transfer and assign. */
  to?: string
  /** For waiting, an extension, a supervision: the new date. */
  until?: Date
  kind?: Kind
  duty?: string
  into?: Ticket
  satisfaction?: Satisfaction
  /** How the word of a reporter who is not on WeChat came. */
  via?: Via
  approver?: 'secretary' | 'leader'
  /** Of a talk: when it is to be, what came of it, or that the town joins. */
  talk?: Talk
  /** The message it was said in, where photographs came with it: they are kept with the matter and count as evidence. */
  shown?: Heard
  /** The act it belongs to, so that 撤销 can take it back. */
  cause?: string
}

/** Whatever ends the waiting gives back what was spent in it: nobody is late for the time a matter had to wait. */
const ranAgain = ({ waiting, completeBy }: Ticket, at: Date, duty: Duty | null, calendar: Calendar): Partial<Ticket> => ({
  waiting: null,
  ...(waiting && duty && { completeBy: shiftByPause(completeBy, waiting.since, at, duty.complete, calendar) }),
})

/** A leader who names no day means soon: a date that is past already would be none. */
const LEADERS_WORKDAYS = 2
const leadersDate = (completeBy: Date, at: Date, calendar: Calendar): Date =>
  completeBy > at ? completeBy : addWorkingDays(at, LEADERS_WORKDAYS, calendar)

/** 改类 brings the other duty's limits, but a leader's date stays the leader's. */
const keptDates = (ticket: Ticket, duty: Duty, calendar: Calendar): Partial<Ticket> => {
  const dates = clocksOf(ticket, duty, calendar)
  return ticket.supervisor ? { respondBy: dates.respondBy } : dates
}

/** The clocks go on as they were: what was left of them when it was taken back is still left. */
const runOn = ({ respondBy, completeBy, endedAt }: Ticket, at: Date, duty: Duty, calendar: Calendar): Partial<Ticket> =>
  endedAt
    ? {
        respondBy: shiftByPause(respondBy, endedAt, at, duty.respond, calendar),
        completeBy: shiftByPause(completeBy, endedAt, at, duty.complete, calendar),
      }
    : {}

/**
 * The ticket after a move that was found legal. Pure. Nothing here moves a deadline but the four cases that may:
 * waiting, an approved extension, a leader's date, and a reopening.
 */
export function applyMove(
  ticket: Ticket,
  move: MoveName,
  by: string | null,
  detail: MoveDetail,
  at: Date,
  duty: Duty | null,
  calendar: Calendar,
): Ticket {
  const row: Move = MOVES[move]
  const next: Ticket = {
    ...ticket,
    ...row.to,
    ...(ticket.waiting && row.to.status && row.to.status !== 'waiting' && ranAgain(ticket, at, duty, calendar)),
  }
  // A wait with its date and reason is an answer: the reporter reads it.
  if (row.clock === 'respond' || row.clock === 'pause') next.respondedAt = ticket.respondedAt ?? at
  if (row.clock === 'stop') next.endedAt = at
  switch (move) {
    case 'accept':
      // A matter that begins with a talk (议事说事) goes there first.
      return { ...next, owner: by, acceptedAt: at, stage: duty?.deliberate && ticket.stage === 'triage' ? 'deliberation' : 'handling' }
    case 'assign':
    case 'transfer':
      return { ...next, owner: detail.to ?? ticket.owner, acceptedAt: null, stage: ticket.stage === 'intake' ? 'triage' : ticket.stage }
    case 'visit':
      return { ...next, evidence: [...new Set([...ticket.evidence, 'visit' as const])] }
    case 'deliberate':
      return { ...next, evidence: [...new Set([...ticket.evidence, 'talk' as const])] }
    case 'resolve':
      return {
        ...next,
        owner: ticket.owner ?? by,
        acceptedAt: ticket.acceptedAt ?? at,
        respondedAt: ticket.respondedAt ?? at,
        resolvedAt: at,
        resolution: detail.note ?? '',
        extensionAsked: null,
      }
    case 'askExtension':
      return by && detail.until
        ? { ...next, extensionAsked: { by, until: detail.until, reason: detail.note ?? '', approver: detail.approver ?? 'secretary' } }
        : next
    case 'extend':
      return {
        ...next,
        completeBy: ticket.extensionAsked?.until ?? ticket.completeBy,
        extensions: ticket.extensions + 1,
        extensionAsked: null,
      }
    case 'denyExtension':
      return { ...next, extensionAsked: null }
    case 'wait':
      return detail.until
        ? { ...next, waiting: { until: detail.until, since: ticket.waiting?.since ?? at, reason: detail.note ?? '' } }
        : next
    case 'reclassify':
      return {
        ...next,
        kind: detail.kind ?? ticket.kind,
        duty: detail.duty ?? ticket.duty,
        owner: detail.to ?? null,
        acceptedAt: null,
        ...(duty && keptDates(ticket, duty, calendar)),
      }
    case 'supervise':
      return { ...next, mode: 'supervised', supervisor: by, completeBy: detail.until ?? leadersDate(next.completeBy, at, calendar) }
    case 'merge':
      return { ...next, mergedInto: detail.into?.id ?? null }
    case 'split':
      return { ...next, mergedInto: null, endedAt: null }
    case 'revive':
      return { ...next, stage: ticket.acceptedAt ? 'handling' : 'triage', endedAt: null, ...(duty && runOn(ticket, at, duty, calendar)) }
    case 'hide':
      return { ...next, hidden: true }
    case 'confirm':
      return { ...next, solved: true, satisfaction: detail.satisfaction ?? 'good' }
    case 'reopen': {
      const again: Ticket = {
        ...next,
        countedFrom: at,
        solved: null,
        resolvedAt: null,
        endedAt: null,
        resolution: null,
        reopened: ticket.reopened + 1,
      }
      again.satisfaction = null
      return duty ? { ...again, completeBy: clocksOf(again, duty, calendar).completeBy } : again
    }
    default:
      return next
  }
}
