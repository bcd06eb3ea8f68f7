import type { Evidence } from './duty.ts'
import { atHome } from './judgement.ts'
import type { Person } from './people.ts'
import { hasRoleOver, isCadreOf, type Roster } from './roster.ts'
import type { Ticket } from './ticket.ts'
import { type Actor, MOVES, type Move, type MoveName } from './workflow.ts'

/** In which capacities the person stands to the ticket. Nobody acts on a matter that is about them. */
export function actorsOf(roster: Roster, person: Person, ticket: Ticket, followers: readonly string[]): Set<Actor> {
  const found = new Set<Actor>()
  if (ticket.about.includes(person.id)) return found
  if (ticket.reporter === person.id) found.add('reporter')
  if (followers.includes(person.id)) found.add('follower')
  if (ticket.owner === person.id) found.add('owner')
  if (ticket.coOwners.includes(person.id)) found.add('coOwner')
  for (const role of ['keeper', 'clerk', 'secretary', 'mediator', 'duty', 'leader'] as const) {
    const place = role === 'keeper' ? ticket.village : ticket.place
    if (
      hasRoleOver(roster, person, role, place) ||
      (role === 'keeper' && isCadreOf(roster, person, ticket.village) && person.roles.some((r) => r.role === 'keeper'))
    )
      found.add(role)
  }
  if (isCadreOf(roster, person, ticket.village)) {
    found.add('cadre')
    if (ticket.through && ticket.owner !== person.id) found.add('spokesman')
  }
  return found
}

export type Refusal =
  | { refused: 'not-allowed'; move: MoveName; ticket: Ticket }
  | { refused: 'wrong-status'; move: MoveName; ticket: Ticket }
  | { refused: 'taken'; ticket: Ticket; by: string }
  | { refused: 'evidence-missing'; ticket: Ticket; missing: Evidence }
  | { refused: 'too-many-extensions'; ticket: Ticket }
  | { refused: 'danger-first'; ticket: Ticket }

/** The date of a supervised matter is its supervisor's; any other is given by the one who was asked, or above, never by who asks. */
function mayAnswer({ extensionAsked, supervisor }: Ticket, actors: ReadonlySet<Actor>, by: string | null): boolean {
  if (supervisor) return by === supervisor
  if (actors.has('leader')) return true
  return extensionAsked?.approver === 'secretary' && extensionAsked.by !== by
}

/** Whether the move may happen now, by somebody in these capacities; null when it may. */
export function refusalOf(
  move: MoveName,
  ticket: Ticket,
  actors: ReadonlySet<Actor>,
  by: string | null,
  wanted: readonly Evidence[],
): Refusal | null {
  const row: Move = MOVES[move]
  if (!row.by.some((a) => actors.has(a))) return { refused: 'not-allowed', move, ticket }
  if (!row.from.includes(ticket.status)) return { refused: 'wrong-status', move, ticket }
  if (move === 'accept' && ticket.acceptedAt && ticket.owner && ticket.owner !== by) return { refused: 'taken', ticket, by: ticket.owner }
  if ((move === 'extend' || move === 'denyExtension') && !mayAnswer(ticket, actors, by)) return { refused: 'not-allowed', move, ticket }
  // Nobody may put off a danger that nobody has looked at.
  if (move === 'wait' && (ticket.danger || atHome(ticket.sensitivity)) && !ticket.acceptedAt) return { refused: 'danger-first', ticket }
  if (move === 'askExtension' && ticket.extensions >= 2) return { refused: 'too-many-extensions', ticket }
  // A stage is left when what it asks for is on record.
  const missing = move === 'resolve' ? wanted.find((e) => !ticket.evidence.includes(e)) : undefined
  return missing ? { refused: 'evidence-missing', ticket, missing } : null
}
