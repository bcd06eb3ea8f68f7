import type { Level } from '../domain/grid.ts'
import type { Role } from '../domain/people.ts'
import { faultWords } from '../wording/roster.ts'
import { checkPlace, type Places } from './check-grid.ts'
import type { FaultBook } from './faults.ts'
import type { RowOf } from './row-schemas.ts'
import { byId, noteDoubles, type Rows, saidIn } from './rows.ts'
import { GROUP_WORDS, ROLE_WORDS, wordOf } from './vocabulary.ts'

/** Where each role can stand. A mediator of the town helps out in any village; a leader has villages or the whole town. */
const ROLE_LEVELS: Record<Role, readonly Level[]> = {
  resident: ['village', 'she', 'ten'],
  keeper: ['she', 'ten'],
  clerk: ['village'],
  secretary: ['village'],
  mediator: ['village', 'town'],
  duty: ['town'],
  leader: ['village', 'town'],
  supervisor: ['village'],
}
const GROUP_LEVELS: Record<RowOf<'groups'>['kind'], readonly Level[]> = { village: ['village', 'she'], cadres: ['town', 'village'] }

export interface PeopleRows {
  grid: Rows<RowOf<'grid'>>
  households: Rows<RowOf<'households'>>
  people: Rows<RowOf<'people'>>
  roles: Rows<RowOf<'roles'>>
  groups: Rows<RowOf<'groups'>>
  members: Rows<RowOf<'members'>>
}

export function checkPeople({ households, people }: PeopleRows, places: Places, book: FaultBook): void {
  noteDoubles(book, 'households', households, ['id'], '住户编号')
  noteDoubles(book, 'people', people, ['id'], '编号')
  for (const row of households ?? []) checkPlace(book, places, { key: 'households', row, field: 'grid' }, '住户', ['ten', 'she'])
  const homes = byId(households, 'id')
  for (const row of people ?? []) {
    const home = saidIn(row, 'household')
    if (homes && home !== '' && !homes.has(home)) book.note('people', row.row, 'household', faultWords.unknownHousehold(home))
  }
}

export function checkRoles({ grid, people, roles }: PeopleRows, places: Places, book: FaultBook): void {
  if (!roles) return
  noteDoubles(book, 'roles', roles, ['person', 'role', 'grid'], '同一职务', 'person')
  const known = byId(people, 'id')
  for (const row of roles) {
    const id = saidIn(row, 'person')
    if (known && id !== '' && !known.has(id)) book.note('roles', row.row, 'person', faultWords.unknownPerson(id))
    if (known?.get(id)?.value?.onRoster === false) book.note('roles', row.row, 'person', faultWords.roleOffRoster)
    const role = row.value?.role
    if (role) checkPlace(book, places, { key: 'roles', row, field: 'grid' }, wordOf(ROLE_WORDS, role), ROLE_LEVELS[role])
  }
  // Counted by what was typed, so that a fault in the secretary's own row is not reported twice.
  const led = new Set(roles.filter((r) => ROLE_WORDS.secretary.includes(saidIn(r, 'role'))).map((r) => saidIn(r, 'grid')))
  for (const node of grid ?? [])
    if (node.value?.level === 'village' && !led.has(node.value.id))
      book.note('grid', node.row, 'name', faultWords.noSecretary(node.value.name))
}

export function checkGroups({ people, groups, members }: PeopleRows, places: Places, book: FaultBook): void {
  noteDoubles(book, 'groups', groups, ['id'], '编号')
  noteDoubles(book, 'members', members, ['group', 'person'], '成员')
  for (const row of groups ?? []) {
    const kind = row.value?.kind
    if (kind) checkPlace(book, places, { key: 'groups', row, field: 'grid' }, wordOf(GROUP_WORDS, kind), GROUP_LEVELS[kind])
  }
  const known = byId(people, 'id')
  const rooms = byId(groups, 'id')
  for (const row of members ?? []) {
    const [room, person] = [saidIn(row, 'group'), saidIn(row, 'person')]
    if (rooms && room !== '' && !rooms.has(room)) book.note('members', row.row, 'group', faultWords.unknownGroup(room))
    if (known && person !== '' && !known.has(person)) book.note('members', row.row, 'person', faultWords.unknownPerson(person))
  }
  const inhabited = members && new Set(members.map((m) => saidIn(m, 'group')))
  for (const row of groups ?? []) {
    const name = row.cells.name || saidIn(row, 'id')
    if (inhabited && !inhabited.has(saidIn(row, 'id'))) book.note('groups', row.row, 'id', faultWords.emptyGroup(name))
  }
}
