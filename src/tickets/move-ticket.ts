import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { actorsOf } from '../domain/who-may.ts'
import type { Desk } from '../ports/desk.ts'
import { callLine, isAlarm } from './call-line.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import type { FactsDesk } from './facts.ts'
import { applyMove, eventsOf } from './moves/apply-move.ts'
import type { Move, MoveDetail, Step } from './moves/define-move.ts'
import { MOVES, type MoveName } from './moves/index.ts'
import { noticesOf } from './moves/notices.ts'
import { type Refusal, refusalOf } from './moves/refusal.ts'

export type MoveDesk = CommitDesk & FactsDesk & Pick<Desk, 'followers' | 'history' | 'attach' | 'ask' | 'newId'>

/** Moves a ticket as the move allows, or says why not. Everybody whom it names is told. `by` is null for the clock. */
export async function moveTicket(
  desk: MoveDesk,
  by: Person | null,
  ticket: Ticket,
  name: MoveName,
  detail: MoveDetail,
): Promise<{ ticket: Ticket } | Refusal> {
  const move: Move = MOVES[name]
  const { roster, calendar, now: at } = desk
  const followers = await desk.followers(ticket.id)
  const duty = roster.duties.get(detail.duty ?? ticket.duty) ?? null
  const actors = by ? actorsOf(roster, by, ticket, followers) : new Set(['clock' as const])
  const step: Step = { by: by?.id ?? null, actors, detail, at, duty, calendar }
  const seen: Ticket = detail.shown ? { ...ticket, evidence: [...new Set([...ticket.evidence, 'photo' as const])] } : ticket
  const refusal = refusalOf(name, seen, step, duty?.evidence)
  if (refusal) return refusal
  const after = applyMove(move, seen, step)
  const called = move.tells.called && isAlarm(ticket) ? await calledFor(desk, ticket) : []
  const written = await commitTicket(desk, ticket, after, eventsOf(move, ticket, after, step), (now) =>
    noticesOf(desk, name, { by: step.by, detail, before: ticket, after: now, followers, called, roster, calendar }),
  )
  if (detail.shown) await desk.attach(written.id, [detail.shown])
  await move.afterwards?.(desk, written)
  return { ticket: written }
}

/** Whoever was called, the first of the line and those after; all of them read that somebody has it. */
async function calledFor(desk: Pick<Desk, 'roster' | 'history'>, ticket: Ticket): Promise<string[]> {
  const laterCalled = (await desk.history(ticket.id)).flatMap((e) =>
    e.what === 'called' && typeof e.data.person === 'string' ? [e.data.person] : [],
  )
  return [...new Set([...callLine(desk, ticket).slice(0, 1), ...laterCalled])]
}
