import { shiftByPause } from '../../domain/deadlines.ts'
import type { Ticket, TicketEvent } from '../../domain/ticket.ts'
import type { Move, Step } from './define-move.ts'

/** Whatever ends the waiting gives back what was spent in it: nobody is late for the time a matter had to wait. */
const ranAgain = ({ waiting, completeBy }: Ticket, { at, duty, calendar }: Step): Partial<Ticket> => ({
  waiting: null,
  ...(waiting && duty && { completeBy: shiftByPause(completeBy, waiting.since, at, duty.complete, calendar) }),
})

/** The ticket after a move that was found legal. Pure. Beside the end of a wait no deadline moves but by what the move itself says. */
export function applyMove(move: Move, ticket: Ticket, step: Step): Ticket {
  const { to, clock } = move
  const next: Ticket = {
    ...ticket,
    ...to,
    ...(ticket.waiting && to.status && to.status !== 'waiting' && ranAgain(ticket, step)),
    ...(clock === 'respond' && { respondedAt: ticket.respondedAt ?? step.at }),
    ...(clock === 'stop' && { endedAt: step.at }),
  }
  return { ...next, ...move.effect?.(ticket, step, next) }
}

/** What the history says of it: the step, and what changed by it. */
export function eventsOf(move: Move, before: Ticket, after: Ticket, { by, at, detail }: Step): TicketEvent[] {
  const changes = {
    ...(before.owner !== after.owner && { owner: after.owner }),
    ...(before.completeBy.getTime() !== after.completeBy.getTime() && { completeBy: after.completeBy.toISOString() }),
    ...(before.kind !== after.kind && { kind: after.kind }),
    ...(before.duty !== after.duty && { duty: after.duty }),
    ...(after.waiting && { until: after.waiting.until.toISOString() }),
    ...(after.extensionAsked && { until: after.extensionAsked.until.toISOString() }),
    ...(detail.into && { into: detail.into.id }),
    ...(detail.satisfaction && { satisfaction: detail.satisfaction }),
    // The word of somebody who is not on WeChat is entered as such, and by whom stands in the line.
    ...(move.isReportersWord && before.through && { said: before.through.name, via: detail.via ?? before.through.via }),
  }
  const lines: Pick<TicketEvent, 'what' | 'note' | 'data'>[] = [
    ...(move.alsoBefore?.(before, detail) ?? []),
    { what: move.event, note: detail.note || null, data: changes },
    ...(move.alsoAfter ? [{ what: move.alsoAfter, note: null, data: {} }] : []),
  ]
  return lines.map((line) => ({ ...line, at, by }))
}
