import type { Person } from './people.ts'
import { hasRoleOver, isCadreOf, type Roster } from './roster.ts'
import { isPrivate, type Ticket } from './ticket.ts'

export type Sight = 'none' | 'outline' | 'all'

/** What is left of a ticket for whom only its outline is to be seen. */
export type Outline = Pick<
  Ticket,
  'id' | 'label' | 'number' | 'village' | 'kind' | 'stage' | 'status' | 'openedAt' | 'respondBy' | 'completeBy' | 'resolvedAt' | 'endedAt'
> & { waitingUntil: Date | null }

export const outlineOf = (t: Ticket): Outline => ({
  ...{ id: t.id, label: t.label, number: t.number, village: t.village, kind: t.kind, stage: t.stage, status: t.status },
  ...{ openedAt: t.openedAt, respondBy: t.respondBy, completeBy: t.completeBy, resolvedAt: t.resolvedAt, endedAt: t.endedAt },
  waitingUntil: t.waiting?.until ?? null,
})

/**
 * What a person may see of a ticket. `outline`: number, kind, state and dates, not what was said; that is what the
 * oversight committee (村务监督) sees of private matters, and what any villager may know.
 */
export function sightOf(roster: Roster, person: Person, ticket: Ticket, followers: readonly string[] = []): Sight {
  if (ticket.about.includes(person.id)) return 'none'
  if (person.id === ticket.reporter || person.id === ticket.owner || person.id === ticket.supervisor) return 'all'
  if (person.id === ticket.through?.person) return 'all'
  if (ticket.coOwners.includes(person.id) || followers.includes(person.id)) return 'all'
  if (hasRoleOver(roster, person, 'leader', ticket.place) || hasRoleOver(roster, person, 'duty', ticket.place)) return 'all'
  if (hasRoleOver(roster, person, 'secretary', ticket.place)) return 'all'
  if (!isPrivate(ticket))
    return isCadreOf(roster, person, ticket.village) || hasRoleOver(roster, person, 'supervisor', ticket.place) ? 'all' : 'outline'
  if (hasRoleOver(roster, person, 'supervisor', ticket.place)) return 'outline'
  const delicate = ticket.sensitivity !== null && ticket.sensitivity !== 'family'
  if (ticket.kind === 'neighbour' && hasRoleOver(roster, person, 'mediator', ticket.place)) return 'all'
  return !delicate && (hasRoleOver(roster, person, 'clerk', ticket.place) || hasRoleOver(roster, person, 'mediator', ticket.place))
    ? 'all'
    : 'none'
}
