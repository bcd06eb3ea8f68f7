import { villagesOf } from '../../domain/roster.ts'
import type { Call } from '../../orders/define-command.ts'

export interface Targets {
  groups: string[]
  /** The words without the places. */
  rest: string
}

const EVERYWHERE = /^(?:全镇|全部|所有|各村|各群|每个村|所有村)(?:的?群)?/u
const CADRES_GROUP = /^(?:干部群|工作群)/u
const GLUE = /^[\s，,、和及：:]+|^(?:的?群)(?=[\s，,：:])/u

/** 全镇 …, 坪头村、河口村 …, 干部群 …; without a place the speaker's own village, where that is one. Null: nothing said and several possible. */
export function readTargets({ desk, spoken }: Call, text: string): Targets | null {
  const { roster } = desk
  const groups = new Set<string>()
  let rest = text.trim()
  const villages = [...roster.nodes.values()].filter((n) => n.level === 'village')
  const villageGroups = (ids: readonly string[]) =>
    [...roster.groups.values()].filter((g) => g.kind === 'village' && ids.includes(g.grid)).map((g) => g.id)
  for (let again = true; again; ) {
    again = false
    const all = EVERYWHERE.exec(rest)
    const cadres = CADRES_GROUP.exec(rest)
    const village = villages
      .flatMap((v) => [v.name, v.name.replace(/村$/u, ''), ...v.aliases].map((name) => ({ name, id: v.id })))
      .filter(({ name }) => name.length > 1 && rest.startsWith(name))
      .sort((a, b) => b.name.length - a.name.length)[0]
    if (all) for (const id of villageGroups(villages.map((v) => v.id))) groups.add(id)
    else if (cadres) for (const g of roster.groups.values()) if (g.kind === 'cadres') groups.add(g.id)
    if (village && !all && !cadres) for (const id of villageGroups([village.id])) groups.add(id)
    const taken = all?.[0] ?? cadres?.[0] ?? village?.name
    if (taken === undefined) break
    // 坪头村委会 is no place but the beginning of the words.
    if (!GLUE.test(rest.slice(taken.length)) && rest.length > taken.length) break
    rest = rest.slice(taken.length)
    for (let glue = GLUE.exec(rest); glue; glue = GLUE.exec(rest)) rest = rest.slice(glue[0].length)
    again = rest !== ''
  }
  if (groups.size > 0) return { groups: [...groups], rest }
  const own = villageGroups(villagesOf(roster, { roles: spoken.person.roles.filter((r) => r.role !== 'resident') }))
  return own.length === 1 ? { groups: own, rest } : null
}
