import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import { dueAt, halfOf } from '../domain/deadlines.ts'
import { DAY_MS, later } from '../domain/durations.ts'
import type { Limit } from '../domain/duty.ts'
import type { Person } from '../domain/people.ts'
import type { EventName, Ticket, TicketEvent } from '../domain/ticket.ts'
import { actorsOf, type Refusal, refusalOf } from '../domain/who-may.ts'
import { type Actor, MOVES, type MoveName } from '../domain/workflow.ts'
import type { Desk } from '../ports/desk.ts'
import { applyMove, type MoveDetail } from './apply-move.ts'
import { callLine, isAlarm } from './call-line.ts'
import { commitTicket } from './commit.ts'
import { approverOf, noticesOf } from './notices.ts'

const WORDS = { good: '满意', fair: '一般', poor: '不满意' } as const

/** The first extension of up to half of the limit is the secretary's to give, more is the leader's. */
function approverFor(
  ticket: Ticket,
  until: Date,
  actors: ReadonlySet<Actor>,
  limit: Limit | null,
  calendar: Calendar,
): 'secretary' | 'leader' {
  if (ticket.extensions > 0 || ticket.supervisor || actors.has('secretary') || !limit) return 'leader'
  const most = halfOf(limit)
  const within =
    most.unit === 'workingDays'
      ? workdaysBetween(ticket.completeBy, until, calendar) <= most.amount
      : until <= dueAt(ticket.completeBy, most, calendar)
  return within ? 'secretary' : 'leader'
}

function eventsOf(move: MoveName, by: string | null, detail: MoveDetail, before: Ticket, after: Ticket, at: Date): TicketEvent[] {
  const note = detail.note ? detail.note : null
  const line = (what: EventName, data: Record<string, unknown> = {}): TicketEvent => ({ at, what, by, note, data })
  const changes: Record<string, unknown> = {
    ...(before.owner !== after.owner && { owner: after.owner }),
    ...(before.completeBy.getTime() !== after.completeBy.getTime() && { completeBy: after.completeBy.toISOString() }),
    ...(before.kind !== after.kind && { kind: after.kind }),
    ...(before.duty !== after.duty && { duty: after.duty }),
    ...(after.waiting && { until: after.waiting.until.toISOString() }),
    ...(after.extensionAsked && { until: after.extensionAsked.until.toISOString() }),
    ...(detail.into && { into: detail.into.id }),
    ...(detail.satisfaction && { satisfaction: detail.satisfaction }),
    // The word of somebody who is not on WeChat is entered as such, and by whom stands in the line.
    ...((move === 'confirm' || move === 'reopen') &&
      before.through && { said: before.through.name, via: detail.via ?? before.through.via }),
  }
  // 办结 by hurried people also says 接.
  const accepted = move === 'resolve' && !before.acceptedAt ? [{ ...line('accepted'), note: null }] : []
  const rated = move === 'reopen' && detail.satisfaction ? [line('rated', { satisfaction: detail.satisfaction })] : []
  const closed = move === 'confirm' ? [{ ...line('closed'), note: null }] : []
  return [...accepted, ...rated, line(MOVES[move].event, changes), ...closed]
}

/** Moves a ticket as the table allows, or says why not. Everybody the row names is told. `by` is null for the clock. */
export async function moveTicket(
  desk: Desk,
  by: Person | null,
  ticket: Ticket,
  move: MoveName,
  detail: MoveDetail,
): Promise<{ ticket: Ticket } | Refusal> {
  const followers = await desk.followers(ticket.id)
  const actors: Set<Actor> = by ? actorsOf(desk.roster, by, ticket, followers) : new Set(['clock'])
  const duty = desk.roster.duties.get(detail.duty ?? ticket.duty) ?? null
  const seen: Ticket = detail.shown ? { ...ticket, evidence: [...new Set([...ticket.evidence, 'photo' as const])] } : ticket
  const refusal = refusalOf(move, seen, actors, by?.id ?? null, duty?.evidence ?? [])
  if (refusal) return refusal
  const full: MoveDetail = {
    ...detail,
    ...(move === 'askExtension' &&
      detail.until && { approver: approverFor(ticket, detail.until, actors, duty?.complete ?? null, desk.calendar) }),
  }
  const after = applyMove(seen, move, by?.id ?? null, full, desk.now, duty, desk.calendar)
  const called = move === 'accept' && isAlarm(ticket) ? await calledFor(desk, ticket) : []
  const written = await commitTicket(desk, ticket, after, eventsOf(move, by?.id ?? null, full, ticket, after, desk.now), (now) =>
    noticesOf(desk, {
      move,
      by: by?.id ?? null,
      note: detail.note || null,
      before: ticket,
      after: now,
      followers,
      called,
      cause: detail.cause ?? null,
      ...(detail.satisfaction && { word: WORDS[detail.satisfaction] }),
      ...(detail.into && { intoLabel: detail.into.label }),
      ...(detail.talk && { talk: detail.talk }),
    }),
  )
  if (detail.shown) await desk.attach(written.id, [detail.shown])
  if (move === 'askExtension') await askApprover(desk, written)
  return { ticket: written }
}

/** Whoever was called, the first of the line and those after; all of them read that somebody has it. */
async function calledFor(desk: Desk, ticket: Ticket): Promise<string[]> {
  const laterCalled = (await desk.history(ticket.id)).flatMap((e) =>
    e.what === 'called' && typeof e.data.person === 'string' ? [e.data.person] : [],
  )
  return [...new Set([...callLine(desk, ticket).slice(0, 1), ...laterCalled])]
}

async function askApprover(desk: Desk, ticket: Ticket): Promise<void> {
  const person = approverOf(desk, ticket)
  if (person) await desk.ask({ id: desk.newId(), person, what: 'extension', ticket: ticket.id, data: {} }, later(desk.now, 7 * DAY_MS))
}
