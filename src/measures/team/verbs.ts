import { yearOf } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import { isCadre, type Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { type Roster, townNode, villageOf } from '../../domain/roster.ts'
import { atLeast, RECORD_KINDS, type RecordKind, type Staff, type TeamRecord } from '../../domain/team.ts'
import type { Desk } from '../../ports/desk.ts'
import { type TeamNow, toldAbout } from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'team', true> {}
}

const KEEPERS_OF_THE_REGISTER = ['secretary', 'clerk', 'duty', 'leader'] as const

/** The town's people keep everybody's register, a village's secretary and clerk that of their village; nobody that of those above. */
export function mayKeepRegisterOf(roster: Roster, keeper: Person, person: Person): boolean {
  const roles = keeper.roles.filter((r) => KEEPERS_OF_THE_REGISTER.some((k) => k === r.role))
  if (roles.some((r) => r.grid === townNode(roster))) return isCadre(person)
  const villages = roles.map((r) => villageOf(roster, r.grid))
  const offices = person.roles.filter((r) => r.role !== 'resident')
  return (
    isCadre(person) &&
    offices.every((r) => villageOf(roster, r.grid) !== null) &&
    offices.some((r) => villages.includes(villageOf(roster, r.grid)))
  )
}

export const cadresKeptBy = (roster: Roster, keeper: Person): Person[] =>
  [...roster.people.values()].filter((p) => mayKeepRegisterOf(roster, keeper, p))

/** What is judged of somebody is told them; who went to a training knows. */
const TOLD: readonly RecordKind[] = ['assessment', 'reward']

/** One entry for several people. What was written down before is not written twice. */
export async function recordTeam(
  desk: Pick<Desk, 'notify' | 'team'>,
  by: Person,
  people: readonly Person[],
  entry: Omit<TeamRecord, 'person'>,
): Promise<{ added: number; known: number }> {
  const added = await desk.team.addRecords(
    people.map((p) => ({ ...entry, person: p.id })),
    by.id,
  )
  if (TOLD.includes(entry.kind))
    await desk.notify(
      added.map((r) => ({
        ...{ key: `team:${r.person}:${r.kind}:${r.day}:${r.title}`, to: toPerson(r.person), ticket: null, occasion: 'team' },
        text: toldAbout(r),
      })),
    )
  return { added: added.length, known: people.length - added.length }
}

/** A line of the register; what is not said stays as it was. */
export async function saveStaff(
  desk: Pick<Desk, 'now' | 'roster' | 'chronicle' | 'team'>,
  by: Person,
  person: Person,
  said: Partial<Omit<Staff, 'person'>>,
): Promise<Staff> {
  const before = desk.roster.staff.get(person.id)
  const none: Staff = { person: person.id, post: '', education: null, fullTime: false, since: null, how: '' }
  const after: Staff = { ...(before ?? none), ...said }
  await desk.team.setStaff(after)
  await desk.chronicle.append(`staff:${person.id}`, [{ at: desk.now, what: 'saved', by: by.id, note: null, data: { ...said } }])
  return after
}

const NAMES = 8

/** How often something was held, and how many took part in all; not who more often than whom. */
export const countRecords = (records: readonly TeamRecord[]): { kind: RecordKind; times: number; people: number }[] =>
  RECORD_KINDS.map((kind) => {
    const of = records.filter((r) => r.kind === kind)
    return { kind, times: new Set(of.map((r) => `${r.day} ${r.title}`)).size, people: of.length }
  })

/** The team of whoever keeps its register; check-ups are for everybody alike, so that whoever has none yet is named to be given one. */
export async function teamNow(desk: Pick<Desk, 'now' | 'roster' | 'team'>, keeper: Person): Promise<TeamNow> {
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
