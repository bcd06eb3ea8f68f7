import { type GridNode, LEVELS, type Level } from './grid.ts'
import type { Person } from './people.ts'

export type GridCounts = Record<Level, number> & {
  /** People, not offices: one keeper may have several nodes. */
  keepers: number
  /** 十户联防 nodes that have no keeper of their own and none on their 社. */
  unkept: string[]
}

/** 1 + 28 + 151 + 408, and where somebody is missing. */
export function countGrid(nodes: Iterable<GridNode>, people: Iterable<Pick<Person, 'roles'>>): GridCounts {
  const all = [...nodes]
  const kept = new Set<string>()
  let keepers = 0
  for (const p of people) {
    const places = p.roles.filter((r) => r.role === 'keeper').map((r) => r.grid)
    if (places.length > 0) keepers += 1
    for (const place of places) kept.add(place)
  }
  const [town = 0, village = 0, she = 0, ten = 0] = LEVELS.map((level) => all.filter((n) => n.level === level).length)
  const unkept = all.filter((n) => n.level === 'ten' && !kept.has(n.id) && !kept.has(n.parentId ?? '')).map((n) => n.id)
  return { town, village, she, ten, keepers, unkept }
}
