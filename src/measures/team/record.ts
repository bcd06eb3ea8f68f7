import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import type { RecordKind, Staff, TeamRecord } from '../../domain/team.ts'
import type { Desk } from '../../ports/desk.ts'
import { toldAbout } from './words.ts'

/** What is judged of somebody is told them; who went to a training knows. */
const TOLD: readonly RecordKind[] = ['assessment', 'reward']

/** One entry for several people. What was written down before is not written twice. */
export async function recordTeam(
  desk: Desk,
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
export async function saveStaff(desk: Desk, by: Person, person: Person, said: Partial<Omit<Staff, 'person'>>): Promise<Staff> {
  const before = desk.roster.staff.get(person.id)
  const none: Staff = { person: person.id, post: '', education: null, fullTime: false, since: null, how: '' }
  const after: Staff = { ...(before ?? none), ...said }
  await desk.team.setStaff(after)
  await desk.chronicle.append(`staff:${person.id}`, [{ at: desk.now, what: 'saved', by: by.id, note: null, data: { ...said } }])
  return after
}
