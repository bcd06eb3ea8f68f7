import { yearOf } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { townNode } from '../../domain/roster.ts'
import { atLeast, RECORD_KINDS, type RecordKind, type TeamRecord } from '../../domain/team.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import type { TeamNow } from './words.ts'
import { cadresKeptBy } from './reach.ts'

const NAMES = 8

/** How often something was held, and how many took part in all; not who more often than whom. */
export const countRecords = (records: readonly TeamRecord[]): { kind: RecordKind; times: number; people: number }[] =>
  RECORD_KINDS.map((kind) => {
    const of = records.filter((r) => r.kind === kind)
    return { kind, times: new Set(of.map((r) => `${r.day} ${r.title}`)).size, people: of.length }
  })

/** The team of whoever keeps its register; check-ups are for everybody alike, so that whoever has none yet is named to be given one. */
export async function teamNow(desk: Desk, keeper: Person): Promise<TeamNow> {
  const { roster } = desk
  const cadres = cadresKeptBy(roster, keeper)
  const ids = new Set(cadres.map((p) => p.id))
  const year = yearOf(desk.now)
  const records = (await desk.team.between(`${year}-01-01`, `${year}-12-31`)).filter((r) => ids.has(r.person))
  const staff = cadres.flatMap((p) => roster.staff.get(p.id) ?? [])
  const checked = new Set(records.filter((r) => r.kind === 'checkup').map((r) => r.person))
  const without = cadres.filter((p) => !checked.has(p.id))
  const grid = keeper.roles.find((r) => r.role !== 'resident')?.grid ?? townNode(roster)
  return {
    place: placeName(roster, grid),
    ...{ cadres: cadres.length, registered: staff.length, year, counts: countRecords(records) },
    college: staff.filter((s) => atLeast(s.education, 'college')).length,
    fullTimeBachelor: staff.filter((s) => s.fullTime && atLeast(s.education, 'bachelor')).length,
    withoutCheckup: without.slice(0, NAMES).map((p) => p.name),
    withoutCheckupCount: without.length,
  }
}
