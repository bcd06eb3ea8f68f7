import type { Person } from './people.ts'
import { hasRoleOver, isCadreOf, type Roster } from './roster.ts'
import type { Ticket } from './ticket.ts'
import type { Actor } from './workflow.ts'

/** In which capacities the person stands to the ticket. Nobody acts on a matter that is about them. */
export function actorsOf(roster: Roster, person: Person, ticket: Ticket, followers: readonly string[]): Set<Actor> {
  const found = new Set<Actor>()
  if (ticket.about.includes(person.id)) return found
  if (ticket.reporter === person.id) found.add('reporter')
  if (followers.includes(person.id)) found.add('follower')
  if (ticket.owner === person.id) found.add('owner')
  if (ticket.coOwners.includes(person.id)) found.add('coOwner')
  if (hasRoleOver(roster, person, 'supervisor', ticket.place)) found.add('oversight')
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
