import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { lineUp } from '../../domain/grid.ts'
import { type Roster, standIn, villageOf } from '../../domain/roster.ts'

/** A weather alarm: the one kind of post that is acknowledged, because life depends on it. */
export const Alarm = Case.extend({
  status: z.enum(['running', 'over']),
  by: z.string(),
  text: z.string(),
  groups: z.array(z.string()),
})
export type Alarm = z.infer<typeof Alarm>
export const ALARMS: CaseKind<Alarm> = { measure: 'alarm', shape: Alarm }

/** 收到 of a household, by one of its members; or of a keeper who has told them all. */
export type AlarmAnswer = { who: string; how: 'self' | 'keeper' }

/** After this nobody is asked any more, whether or not it was called off. */
export const ALARM_LASTS_MS = DAY_MS
/** 本镇设定: when keepers, and then secretaries, hear who still needs a call. */
export const KEEPER_HEARS_AFTER_MINUTES = 30
export const SECRETARY_HEARS_AFTER_MINUTES = 60

export const householdKey = (roster: Roster, personId: string): string => roster.people.get(personId)?.household ?? `p:${personId}`
export const keeperKey = (personId: string): string => `k:${personId}`

export const villagesOfGroups = (roster: Roster, groups: readonly string[]): string[] => [
  ...new Set(groups.flatMap((id) => villageOf(roster, roster.groups.get(id)?.grid ?? '') ?? [])),
]

export interface KeeperLeft {
  /** The deputy where the keeper is away; null where nobody keeps them. */
  keeper: string | null
  village: string
  households: string[]
  left: string[]
}

/** Whom an alarm reached and whom not, by keeper: every household of the villages is somebody's to call. */
export function whoIsLeft(roster: Roster, groups: readonly string[], answered: ReadonlySet<string>): KeeperLeft[] {
  const villages = villagesOfGroups(roster, groups)
  const keepers = new Map<string, string>()
  for (const p of roster.people.values())
    for (const r of p.roles) if (r.role === 'keeper') keepers.set(r.grid, keepers.get(r.grid) ?? standIn(roster, p.id) ?? p.id)
  const found = new Map<string, KeeperLeft>()
  for (const [household, grid] of roster.households) {
    const village = villageOf(roster, grid)
    if (!village || !villages.includes(village)) continue
    const keeper = lineUp(roster.nodes, grid).flatMap((g) => keepers.get(g) ?? [])[0] ?? null
    const key = `${village} ${keeper}`
    const row = found.get(key) ?? { keeper, village, households: [], left: [] }
    found.set(key, row)
    row.households.push(household)
    if (!answered.has(household) && !(keeper && answered.has(keeperKey(keeper)))) row.left.push(household)
  }
  return [...found.values()]
}
