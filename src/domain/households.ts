import { lineUp } from './grid.ts'
import type { Roster } from './roster.ts'

/** The households of a place and of all that belongs to it, with the names of who lives there. */
export function householdsIn(roster: Roster, grid: string): { id: string; names: string[] }[] {
  const found = new Map<string, string[]>()
  for (const [id, place] of roster.households) if (lineUp(roster.nodes, place).includes(grid)) found.set(id, [])
  for (const p of roster.people.values()) if (p.household) found.get(p.household)?.push(p.name)
  return [...found].map(([id, names]) => ({ id, names }))
}
