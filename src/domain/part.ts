import { isCadre, type Person, type Role, type RoleOnGrid } from './people.ts'
import { type Roster, reachOf } from './roster.ts'

/** Roles that count: those of a leader, else those of a cadre, else those of the oversight committee. Nobody reports as a resident. */
function rolesThatCount(person: Person): RoleOnGrid[] {
  const of = (wanted: (role: Role) => boolean) => person.roles.filter((r) => wanted(r.role))
  const leader = of((role) => role === 'leader')
  if (leader.length > 0) return leader
  return isCadre(person) ? of((role) => role !== 'resident' && role !== 'supervisor') : of((role) => role === 'supervisor')
}

/** The part of the tree that somebody answers for, or looks over. */
export const partOf = (roster: Roster, person: Person): string[] => reachOf(roster, rolesThatCount(person))
