import type { Roster } from './roster.ts'

/** 坪头村三社, as people say it. */
export function placeName(roster: Pick<Roster, 'nodes'>, grid: string): string {
  const node = roster.nodes.get(grid)
  if (!node) return ''
  if (node.level === 'town' || node.level === 'village') return node.name
  const above = node.parentId ? placeName(roster, node.parentId) : ''
  return node.level === 'ten' ? above : `${above}${node.name}`
}

/** 坪头村三社第一联户; elsewhere in talk the last step is left out. */
export function fullPlaceName(roster: Pick<Roster, 'nodes'>, grid: string): string {
  const node = roster.nodes.get(grid)
  return node?.level === 'ten' ? `${placeName(roster, grid)}${node.name}` : placeName(roster, grid)
}
