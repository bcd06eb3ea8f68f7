import { lineUp } from '../../domain/grid.ts'
import { holders, type Roster } from '../../domain/roster.ts'

/** Who keeps a 社 or a 十户联防, nearest first; somebody on leave is stood in for. */
export const keepersOf = (roster: Roster, grid: string): string[] => holders(roster, 'keeper', grid)

export function householdsIn(roster: Roster, grid: string): { id: string; names: string[] }[] {
  const found = new Map<string, string[]>()
  for (const [id, place] of roster.households) if (lineUp(roster.nodes, place).includes(grid)) found.set(id, [])
  for (const p of roster.people.values()) if (p.household) found.get(p.household)?.push(p.name)
  return [...found].map(([id, names]) => ({ id, names }))
}
