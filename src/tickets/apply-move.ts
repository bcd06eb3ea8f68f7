import type { Calendar } from '../domain/calendar.ts'
import { shiftByPause } from '../domain/deadlines.ts'
import type { Duty } from '../domain/duty.ts'
import type { Kind } from '../domain/judgement.ts'
import type { Satisfaction, Ticket } from '../domain/ticket.ts'
import { MOVES, type Move, type MoveName } from '../domain/workflow.ts'
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
  approver?: 'secretary' | 'leader'
  /** The act it belongs to, so that 撤销 can take it back. */
  cause?: string
}

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
  const next: Ticket = { ...ticket, ...row.to }
  if (row.clock === 'respond') next.respondedAt = ticket.respondedAt ?? at
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
        waiting: null,
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
    case 'resume':
      return {
        ...next,
        waiting: null,
        completeBy:
          ticket.waiting && duty ? shiftByPause(ticket.completeBy, ticket.waiting.since, at, duty.complete, calendar) : ticket.completeBy,
      }
    case 'reclassify':
      return {
        ...next,
        kind: detail.kind ?? ticket.kind,
        duty: detail.duty ?? ticket.duty,
        owner: detail.to ?? null,
        acceptedAt: null,
        ...(duty && clocksOf(ticket, duty, calendar)),
      }
    case 'supervise':
      return { ...next, mode: 'supervised', supervisor: by, waiting: null, completeBy: detail.until ?? ticket.completeBy }
    case 'merge':
      return { ...next, mergedInto: detail.into?.id ?? null }
    case 'split':
      return { ...next, mergedInto: null, endedAt: null }
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
        waiting: null,
        reopened: ticket.reopened + 1,
      }
      again.satisfaction = null
      return duty ? { ...again, completeBy: clocksOf(again, duty, calendar).completeBy } : again
    }
    default:
      return next
  }
}
