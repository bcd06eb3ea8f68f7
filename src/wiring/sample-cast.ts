import type { Township } from '../domain/township.ts'

export interface Homes {
  node: string
  group: string
  /** The first person of each household, in order. */
  people: readonly string[]
}

export interface SampleCast {
  homes(village: string): Homes
  /** 坪头村 clerk, 鸡峰镇 duty, 坪头村 home 3. */
  who(place: string): string
}

/** Who speaks in the sample's past, by place and office or by place and household. */
export function castOf({ grid, groups, people }: Township): SampleCast {
  const nodeOf = (name: string) => grid.find((g) => g.name === name)?.id ?? ''
  const known = new Map<string, Homes>()
  function homes(village: string): Homes {
    const found = known.get(village)
    if (found) return found
    const node = nodeOf(village)
    const group = groups.find((g) => g.grid === node && g.kind === 'village')
    if (!group) throw new Error(`nobody of ${village} can say it`)
    const members = new Set(group.members)
    const residents = people.filter((p) => p.household && members.has(p.id))
    const first = [...new Map(residents.toReversed().map((p) => [p.household, p.id])).values()].reverse()
    const all = { node, group: group.id, people: first }
    known.set(village, all)
    return all
  }
  function who(said: string): string {
    const [place = '', office = '', nth = '0'] = said.split(' ')
    const id =
      office === 'home'
        ? homes(place).people[Number(nth)]
        : people.find((p) => p.roles.some((r) => `${r.role}` === office && r.grid === nodeOf(place)))?.id
    if (!id) throw new Error(`there is no ${said}`)
    return id
  }
  return { homes, who }
}
