import type { Person, Role } from '../domain/people.ts'
import { isCadreOf, type Roster, townNode, villagesOf } from '../domain/roster.ts'
import type { CallOf } from './define-command.ts'

/** 网格员 and 调解员 below 文书, below 村支书, below the town. */
const RANKS: Partial<Record<Role, number>> = { keeper: 1, mediator: 1, clerk: 2, secretary: 3, duty: 4, leader: 4 }
const TOWN = 4

const rankOf = (person: Pick<Person, 'roles'>): number => Math.max(0, ...person.roles.map((r) => RANKS[r.role] ?? 0))

const isOfTown = (roster: Roster, person: Pick<Person, 'roles'>): boolean =>
  person.roles.some((r) => (r.role === 'duty' || r.role === 'leader') && r.grid === townNode(roster))

/** The villages whose roster this person keeps: the secretary and the clerk their own, the town's people all of theirs. */
export function keeps({ desk, spoken }: CallOf<'roster'>): string[] {
  const roles = spoken.person.roles.filter(({ role }) => role === 'secretary' || role === 'clerk' || role === 'duty' || role === 'leader')
  return villagesOf(desk.roster, { roles })
}

/** Nobody changes what the roster says of somebody above or equal to them; the town's people are changed by the town alone. */
export function mayChange(call: CallOf<'roster'>, person: Person): boolean {
  const { desk, spoken } = call
  if (person.id === spoken.person.id) return false
  if (rankOf(person) === TOWN) return isOfTown(desk.roster, spoken.person)
  const isTheirs = keeps(call).some((village) => isCadreOf(desk.roster, person, village))
  return isTheirs && rankOf(person) < rankOf(spoken.person)
}
