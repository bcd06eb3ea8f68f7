import { isCadre, type Person, type Role, type RoleOnGrid } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { reachOf, townNode } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'
import { severalVillages } from '../wording/digests.ts'

type Roster = Pick<Desk, 'roster'>

/** Roles that count: those of a leader, else those of a cadre, else those of the oversight committee. Nobody reports as a resident. */
function rolesThatCount(person: Person): RoleOnGrid[] {
  const of = (wanted: (role: Role) => boolean) => person.roles.filter((r) => wanted(r.role))
  const leader = of((role) => role === 'leader')
  if (leader.length > 0) return leader
  return isCadre(person) ? of((role) => role !== 'resident' && role !== 'supervisor') : of((role) => role === 'supervisor')
}

export const partOf = ({ roster }: Roster, person: Person): string[] => reachOf(roster, rolesThatCount(person))

/** What that part is called: 坪头村, 坪头村等3个村, 鸡峰镇. */
export function partName(desk: Roster, person: Person): string {
  const part = partOf(desk, person)
  const [only] = part
  if (!only || part.includes(townNode(desk.roster))) return desk.roster.townName
  return part.length === 1 ? placeName(desk.roster, only) : severalVillages(placeName(desk.roster, only), part.length)
}

export const scopeOf = (desk: Roster, reader: Person, span: Span): Scope => ({ villages: partOf(desk, reader), reader: reader.id, ...span })
