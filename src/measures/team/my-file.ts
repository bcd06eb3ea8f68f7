import type { Person } from '../../domain/people.ts'
import { gridOf } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { roleNames } from '../../wording/names.ts'
import type { MyFile } from '../../wording/team.ts'
import { fullPlaceName } from '../grid/look.ts'

/**
 * Another measure's lines about somebody, for their own eyes. What somebody else said about them is not among them: whoever a
 * complaint is about never sees it (《信访工作条例》 art. 30).
 */
export type FilePart = (desk: Desk, person: Person) => Promise<string[]>
const PARTS: readonly FilePart[] = []

const RECORDS = 30
const LABELS = 10

/** 我的档案: everything that is stored about the one who asks. */
export async function myFileOf(desk: Desk, person: Person): Promise<MyFile> {
  const { roster } = desk
  const home = gridOf(roster, person.id)
  const reported = await desk.tickets({ reporter: person.id, newestFirst: true, limit: LABELS })
  const traces = await desk.team.traces(person.id)
  const others: string[] = []
  for (const part of PARTS) others.push(...(await part(desk, person)))
  return {
    ...{ name: person.name, phone: person.phone, household: person.household, others },
    home: home && fullPlaceName(roster, home),
    roles: person.roles.map((r) => `${placeName(roster, r.grid)}${roleNames[r.role]}`),
    groups: [...roster.groups.values()].filter((g) => g.members.includes(person.id)).map((g) => g.name),
    staff: roster.staff.get(person.id) ?? null,
    records: await desk.team.recordsOf(person.id, RECORDS),
    reported: reported.map((t) => t.label),
    reportedCount: await desk.countTickets({ reporter: person.id }),
    noted: await desk.countTickets({ through: person.id }),
    inHand: await desk.countTickets({ owner: person.id, statuses: ['open', 'waiting'] }),
    handled: await desk.countTickets({ owner: person.id, statuses: ['resolved', 'closed'] }),
    ...traces,
  }
}
