import { DAY_MS, earlier, HOUR_MS, later } from '../../src/domain/durations.ts'
import type { GridNode } from '../../src/domain/grid.ts'
import { KINDS, SENSITIVITIES } from '../../src/domain/judgement.ts'
import { isCadre, type Person } from '../../src/domain/people.ts'
import { type Roster, villageOf } from '../../src/domain/roster.ts'
import { SATISFACTIONS, STATUSES, type Status, type Ticket } from '../../src/domain/ticket.ts'

/** A series of numbers that looks thrown and is the same each time; `below(n)` is one of 0 to n − 1. */
export function dice(seed: number) {
  let state = seed
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const of = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  return { below, of, chance: (percent: number) => below(100) < percent }
}

export const TITLES = [
  '路灯不亮',
  '水管漏水',
  '路面塌了',
  '垃圾没人拉',
  '和邻家争地界',
  '低保没到账',
  '屋檐水滴到院墙',
  '电线垂下来了',
  '合疗报销',
] as const
/** Nearly all of a year is over. */
const LIVELY: readonly Status[] = ['open', 'open', 'waiting', 'resolved']

/**
 * A year of matters in a township, with everything that rights hang on thrown together: kinds, delicate ones, owners, helpers,
 * those whom they are about. Each text holds a word of its own, 密语 and its number.
 */
export function inventMatters(roster: Roster, count: number, now: Date, { livelyPercent = 15, seed = 7 } = {}): Ticket[] {
  const { below, of, chance } = dice(seed)
  const nodes = [...roster.nodes.values()]
  const villages = nodes.filter((n) => n.level === 'village')
  const placesOf = Map.groupBy(nodes, (n: GridNode) => villageOf(roster, n.id))
  const people = [...roster.people.values()]
  const cadresOf = Map.groupBy(people.filter(isCadre), (p: Person) => villageOf(roster, p.roles[0]?.grid ?? ''))
  const duties = [...roster.duties.keys()]
  const numbers = new Map<string, number>()
  return Array.from({ length: count }, (_, i): Ticket => {
    const village = of(villages)
    const number = (numbers.get(village.id) ?? 0) + 1
    numbers.set(village.id, number)
    const status = chance(livelyPercent) ? of(LIVELY) : of(STATUSES)
    const openedAt = earlier(now, below(LIVELY.includes(status) ? 60 * 24 : 365 * 24) * HOUR_MS)
    const over = !LIVELY.includes(status)
    const cadres = cadresOf.get(village.id) ?? []
    const owner = chance(80) ? of(cadres).id : null
    return {
      id: `m${String(i).padStart(6, '0')}`,
      label: `${village.short}${String(number).padStart(2, '0')}`,
      number,
      village: village.id,
      place: of(placesOf.get(village.id) ?? [village]).id,
      kind: chance(60) ? 'village' : of(KINDS),
      duty: of(duties),
      title: of(TITLES),
      text: `${of(TITLES)}，来看看。密语${i}。`,
      source: 'group',
      stage: over ? 'archive' : of(['intake', 'triage', 'deliberation', 'handling']),
      status,
      mode: 'led',
      owner,
      coOwners: chance(10) ? [of(cadres).id] : [],
      reporter: chance(90) ? of(people).id : null,
      through: chance(5) ? { person: of(cadres).id, name: '王大娘', via: 'visit' } : null,
      about: chance(8) ? [of(chance(50) ? cadres : people).id] : [],
      danger: null,
      sensitivity: chance(20) ? of(SENSITIVITIES) : null,
      hidden: chance(8),
      openedAt,
      countedFrom: openedAt,
      respondBy: later(openedAt, DAY_MS),
      completeBy: later(openedAt, (1 + below(40)) * DAY_MS),
      acceptedAt: owner && chance(70) ? later(openedAt, HOUR_MS) : null,
      respondedAt: owner && chance(70) ? later(openedAt, HOUR_MS) : null,
      resolvedAt: status === 'resolved' || status === 'closed' ? later(openedAt, 2 * DAY_MS) : null,
      endedAt: over ? later(openedAt, 3 * DAY_MS) : null,
      resolution: status === 'closed' ? '修好了，试过了' : null,
      solved: status === 'closed' ? true : null,
      satisfaction: status === 'closed' && chance(60) ? of(SATISFACTIONS) : null,
      waiting: status === 'waiting' ? { until: later(now, below(30) * DAY_MS), since: openedAt, reason: '等配件' } : null,
      extensions: 0,
      extensionAsked: null,
      supervisor: chance(3) ? of(people.filter((p) => p.roles.some((r) => r.role === 'leader'))).id : null,
      mergedInto: null,
      group: null,
      evidence: [],
      reopened: 0,
      version: 1,
    }
  })
}
