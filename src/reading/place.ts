import type { GridNode } from '../domain/grid.ts'
import { lineUp } from '../domain/grid.ts'
import { villageStem } from '../domain/village-stem.ts'
import { withoutEdges } from './marks.ts'
import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'place')

export interface SpokenPlace {
  node: GridNode
  /** The text without it. */
  rest: string
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const WHOLE_TOWN = said('whole-town', 'start')
const OF_IT = /^[\s的]+/u

/** 3社2联户 → 三社第二联户. */
const inCharacters = (text: string): string =>
  text
    .replace(/(\d{1,2})(?=\s*(?:社|组))/gu, (digits) => NUMERALS[Number(digits)] ?? digits)
    .replace(/(?<=[一二三四五六七八九十])组/gu, '社')
    .replace(/第?\s*(\d{1,2}|[一二三四五六七八九十])\s*号?(?:十户)?联户/gu, (_, n: string) => `第${NUMERALS[Number(n)] ?? n}联户`)

const namesOf = (n: GridNode): string[] =>
  [n.name, ...(n.level === 'village' ? [villageStem(n.name)] : []), ...n.aliases].filter((name) => name.length > 1)

/**
 * The place a text names: 坪头村三社第一联户, 三社, 大桥头, 全镇. What lies in a village is looked for in the one that is
 * named, else in `home`.
 */
export function readPlace(nodes: ReadonlyMap<string, GridNode>, text: string, home: string | null): SpokenPlace | null {
  let rest = inCharacters(text)
  const all = [...nodes.values()]
  const take = (among: readonly GridNode[]): GridNode | null => {
    let best: { node: GridNode; name: string } | null = null
    for (const node of among)
      for (const name of namesOf(node)) if (rest.includes(name) && name.length > (best?.name.length ?? 0)) best = { node, name }
    if (best) rest = rest.replace(best.name, ' ')
    return best?.node ?? null
  }
  const inside = (outer: string | null, level: GridNode['level']) =>
    all.filter((n) => n.level === level && outer !== null && lineUp(nodes, n.id).includes(outer))
  const village = take(all.filter((n) => n.level === 'village'))
  const she = take(inside(village?.id ?? home, 'she'))
  const ten = take(inside(she?.id ?? village?.id ?? home, 'ten'))
  const town = village || she || ten ? null : wholeTown()
  const node = ten ?? she ?? village ?? town
  return node ? { node, rest: withoutEdges(withoutEdges(rest.replace(/ {2,}/gu, ' ')).replace(OF_IT, '')) } : null

  function wholeTown(): GridNode | null {
    if (!WHOLE_TOWN.test(rest)) return take(all.filter((n) => n.level === 'town'))
    rest = rest.replace(WHOLE_TOWN, ' ')
    return all.find((n) => n.level === 'town') ?? null
  }
}
