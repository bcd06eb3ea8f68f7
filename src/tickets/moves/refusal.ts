import type { Evidence } from '../../domain/duty.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { RefusalWords } from '../../wording/refusals.ts'
import type { Attempt, Move } from './define-move.ts'
import { MOVES, type MoveName } from './index.ts'

/** Why a move may not happen, with its sentence: it is known who speaks only where it is said. */
export interface Refusal {
  refused: 'not-theirs' | 'wrong-status' | 'obstacle'
  ticket: Ticket
  say: RefusalWords
}

export const notTheirs = (move: MoveName, ticket: Ticket): Refusal => ({ refused: 'not-theirs', ticket, say: MOVES[move].notTheirs })

/** Whether the move may happen now, by somebody in these capacities; null when it may. `wanted`: what the duty asks for. */
export function refusalOf(name: MoveName, ticket: Ticket, attempt: Attempt, wanted: readonly Evidence[] = []): Refusal | null {
  const move: Move = MOVES[name]
  if (!move.by.some((a) => attempt.actors.has(a))) return notTheirs(name, ticket)
  const standsWrong = move.refused(ticket.status)
  if (standsWrong) return { refused: 'wrong-status', ticket, say: standsWrong }
  if (move.isTheirs && !move.isTheirs(ticket, attempt)) return notTheirs(name, ticket)
  const obstacle = move.obstacle?.(ticket, attempt, wanted)
  return obstacle ? { refused: 'obstacle', ticket, say: obstacle } : null
}
