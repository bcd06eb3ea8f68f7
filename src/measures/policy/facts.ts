import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver, holders, type Roster, townNode, villageOf } from '../../domain/roster.ts'

/** A notice for groups, from its draft on. */
export const PolicyNotice = Case.extend({
  status: z.enum(['draft', 'approved', 'denied', 'withdrawn']),
  by: z.string(),
  text: z.string(),
  groups: z.array(z.string()),
  decidedBy: z.string().nullable(),
  decidedAt: z.coerce.date().nullable(),
})
export type PolicyNotice = z.infer<typeof PolicyNotice>
export const NOTICES: CaseKind<PolicyNotice> = { measure: 'policy', shape: PolicyNotice }

/** What a group still reads; longer ones belong on the board. */
export const LONGEST_NOTICE = 300

const gridsOf = (roster: Roster, groups: readonly string[]): string[] => groups.flatMap((id) => roster.groups.get(id)?.grid ?? [])

/** 村支书 for one village, a leader over everything it goes to for more. */
export function mayApprove(roster: Roster, person: Pick<Person, 'roles'>, groups: readonly string[]): boolean {
  const grids = gridsOf(roster, groups)
  if (grids.length === 0) return false
  if (grids.every((grid) => hasRoleOver(roster, person, 'leader', grid))) return true
  const villages = new Set(grids.map((grid) => villageOf(roster, grid)))
  return villages.size === 1 && !villages.has(null) && grids.every((grid) => hasRoleOver(roster, person, 'secretary', grid))
}

/** Who is asked: the author, where it is theirs to decide; else the secretary of the one village, a leader over all, a leader of the town. */
export function approverOf(roster: Roster, author: Person, groups: readonly string[]): string | null {
  if (mayApprove(roster, author, groups)) return author.id
  const [first] = gridsOf(roster, groups)
  const line = [...(first ? holders(roster, 'secretary', first) : []), ...(first ? holders(roster, 'leader', first) : [])]
  const town = holders(roster, 'leader', townNode(roster))
  return [...line, ...town].find((id) => mayDecide(roster, id, groups)) ?? null
}

const mayDecide = (roster: Roster, id: string, groups: readonly string[]): boolean => {
  const person = roster.people.get(id)
  return person !== undefined && mayApprove(roster, person, groups)
}
