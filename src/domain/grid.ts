/** 镇, 村, 社, 十户联防. */
export const LEVELS = ['town', 'village', 'she', 'ten'] as const
export type Level = (typeof LEVELS)[number]

/** One place of the township's tree. `short` is what a ticket number begins with (坪) and exists on towns and villages. */
export interface GridNode {
  id: string
  parentId: string | null
  level: Level
  name: string
  short: string | null
  /** Other names people use for it: 大桥头, 老庄. */
  aliases: string[]
}

/** All ids from a node up to the town, the node first. */
export function lineUp(nodes: ReadonlyMap<string, GridNode>, id: string): string[] {
  const line: string[] = []
  for (let node = nodes.get(id); node && !line.includes(node.id); node = node.parentId ? nodes.get(node.parentId) : undefined)
    line.push(node.id)
  return line
}

/** A node and everything that lies in it. */
export const nodesWithin = (nodes: ReadonlyMap<string, GridNode>, id: string): string[] =>
  [...nodes.keys()].filter((inner) => lineUp(nodes, inner).includes(id))
