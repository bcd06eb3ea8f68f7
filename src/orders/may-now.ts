import { isOneOf } from '../domain/one-of.ts'
import { CADRE_ROLES, type Role } from '../domain/people.ts'
import { villagesOf } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Actor } from '../domain/workflow.ts'
import type { Move } from '../tickets/moves/define-move.ts'
import { MOVES, type MoveName } from '../tickets/moves/index.ts'
import type { CallOf, Command } from './define-command.ts'

const isRole = (actor: Actor): actor is Actor & Role => isOneOf(CADRE_ROLES, actor)

/** Whether there is a ticket just now with which the table of moves lets this person do it. */
export async function mayNow({ desk, spoken }: CallOf<'countTickets' | 'roster'>, move: MoveName): Promise<boolean> {
  const row: Move = MOVES[move]
  const { person } = spoken
  const has = async (query: { owner?: string; reporter?: string; villages?: readonly string[] }) =>
    (await desk.countTickets({ ...query, statuses: row.from })) > 0
  if (row.by.includes('owner') && (await has({ owner: person.id }))) return true
  if (row.by.includes('reporter') && (await has({ reporter: person.id }))) return true
  const roles = person.roles.filter(({ role }) =>
    row.by.some((a) => (a === 'cadre' ? isOneOf(CADRE_ROLES, role) : isRole(a) && a === role)),
  )
  const villages = villagesOf(desk.roster, { roles })
  return villages.length > 0 && has({ villages })
}

/** Whether such an order can be meant of a ticket as it stands: nothing is resumed that does not wait, and no verdict is given on what is open. */
export function mayBeOf({ move, ticket: whose }: Command, { status }: Ticket): boolean {
  const from = whose === 'asked' ? MOVES.reopen.from : move && MOVES[move].from
  return !from || isOneOf(from, status)
}
