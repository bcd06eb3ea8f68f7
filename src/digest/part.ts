import { partOf as partIn } from '../domain/part.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { townNode } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'
import { severalVillages } from '../wording/digests.ts'

type Roster = Pick<Desk, 'roster'>

export const partOf = ({ roster }: Roster, person: Person): string[] => partIn(roster, person)

/** What that part is called: 坪头村, 坪头村等3个村, 鸡峰镇. */
export function partName(desk: Roster, person: Person): string {
  const part = partOf(desk, person)
  const [only] = part
  if (!only || part.includes(townNode(desk.roster))) return desk.roster.townName
  return part.length === 1 ? placeName(desk.roster, only) : severalVillages(placeName(desk.roster, only), part.length)
}

export const scopeOf = (desk: Roster, reader: Person, span: Span): Scope => ({ villages: partOf(desk, reader), reader: reader.id, ...span })
