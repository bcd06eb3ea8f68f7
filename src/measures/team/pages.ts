import { yearOf } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName, type Roster } from '../../domain/roster.ts'
import type { MeasurePages } from '../../ports/measure-pages.ts'
import { roleNames } from '../../wording/names.ts'
import { holdsOneOf } from '../record-pages.ts'
import { cadresKeptBy, mayKeepRegisterOf } from './verbs.ts'
import * as say from './words.ts'

const READERS = ['secretary', 'leader'] as const
const RECORDS = 100

const officesOf = (roster: Roster, person: Person): string =>
  [...new Set(person.roles.filter((r) => r.role !== 'resident').map((r) => `${placeName(roster, r.grid)}${roleNames[r.role]}`))].join('、')

/** 干部名册: each cadre's line, and what was done with and for them. No order of merit. */
export const teamPages: MeasurePages = {
  path: 'team',
  of: 'team',
  title: say.staffSheet,
  isFor: (person) => holdsOneOf(person, READERS),
  async list({ roster, now, team }, reader) {
    const checked = new Set(
      (await team.between(`${yearOf(now)}-01-01`, `${yearOf(now)}-12-31`)).filter((r) => r.kind === 'checkup').map((r) => r.person),
    )
    return cadresKeptBy(roster, reader).map((p) => {
      const staff = roster.staff.get(p.id)
      return {
        key: p.id,
        label: p.name,
        title: staff ? say.staffLine(staff) : say.notRegistered,
        place: officesOf(roster, p),
        state: checked.has(p.id) ? say.checked : say.unchecked,
        tone: checked.has(p.id) ? 'done' : 'plain',
        when: '',
      }
    })
  },
  ofMatter: async () => [],
  async one({ roster, team }, reader, key) {
    const person = roster.people.get(key)
    if (!person || !holdsOneOf(reader, READERS) || !mayKeepRegisterOf(roster, reader, person)) return null
    const staff = roster.staff.get(key)
    const records = await team.recordsOf(key, RECORDS)
    return {
      ...{ label: person.name, title: person.name, state: '', tone: 'plain', matter: null },
      facts: [
        [say.pageFields.offices, officesOf(roster, person)],
        [say.pageFields.post, staff?.post ?? say.notRegistered],
        [say.pageFields.education, staff ? say.educationWord(staff) : ''],
        [say.pageFields.since, staff ? say.sinceWord(staff.since) : ''],
        [say.pageFields.how, staff?.how ?? ''],
        ...records.map((r) => [`${say.dayOfRecord(r.day)}${say.recordNames[r.kind]}`, say.recordWhole(r)] as const),
      ],
      next: staff ? null : say.nextRegister(personName(roster, key)),
      lines: [],
    }
  },
}
