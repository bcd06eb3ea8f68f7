import type { Limit } from '../domain/duty.ts'
import { KINDS } from '../domain/judgement.ts'
import type { Township } from '../domain/township.ts'
import { kindNames } from '../wording/names.ts'
import { faultWords } from '../wording/roster.ts'
import { checkGrid } from './check-grid.ts'
import { checkGroups, checkPeople, checkRoles, type PeopleRows } from './check-people.ts'
import { checkTeam, type TeamRows } from './check-team.ts'
import { type Fault, type FaultBook, openFaultBook } from './faults.ts'
import type { RawSheet } from './read.ts'
import { type RowOf, rowSchemas } from './row-schemas.ts'
import { byId, noteDoubles, type Rows, readRows } from './rows.ts'
import { OPTIONAL_SHEETS, SHEET_KEYS, SHEETS, type SheetKey } from './sheets.ts'

type RawSheets = Readonly<Record<SheetKey, RawSheet | null>>
type AllRows = PeopleRows & TeamRows & { duties: Rows<RowOf<'duties'>>; ledger: Rows<RowOf<'ledger'>> }

export type Checked = { township: Township } | { faults: Fault[] }

/** What a workbook says as a township, or everything that is wrong with it, all in one go. */
export function checkWorkbook(sheets: RawSheets): Checked {
  const book = openFaultBook(sheets)
  const rows = readAll(sheets, book)
  const places = checkGrid(rows.grid, book)
  checkPeople(rows, places, book)
  checkRoles(rows, places, book)
  checkGroups(rows, places, book)
  noteDoubles(book, 'duties', rows.duties, ['code'], '代码')
  for (const { row, value } of rows.duties ?? [])
    if (value && roughMinutes(value.respond) > roughMinutes(value.complete))
      book.note('duties', row, 'respond', faultWords.respondAfterComplete)
  // Whatever is told is one of the three, and has to find a line.
  const kinds = new Set(valuesOf(rows.duties).map((d) => d.kind))
  const missing = KINDS.filter((kind) => !kinds.has(kind)).map((kind) => kindNames[kind])
  if (rows.duties?.every((r) => r.value !== null) && rows.duties.length > 0 && missing.length > 0)
    book.noteSheet('duties', faultWords.noDutyOf(missing), '类别')
  noteDoubles(book, 'ledger', rows.ledger, ['column'], '栏目')
  checkTeam(rows, places, byId(rows.people, 'id'), book)
  const faults = book.all()
  return faults.length > 0 ? { faults } : { township: townshipOf(rows) }
}

const WORKDAY_MINUTES = 450
const MINUTES: Record<Limit['unit'], number> = {
  minutes: 1,
  hours: 60,
  workingHours: 60,
  workingDays: WORKDAY_MINUTES,
  sameDay: WORKDAY_MINUTES,
}
/** Only to tell which of two limits is plainly the longer. */
const roughMinutes = ({ amount, unit }: Limit): number => amount * MINUTES[unit]

function readAll(sheets: RawSheets, book: FaultBook): AllRows {
  for (const key of SHEET_KEYS) {
    const sheet = sheets[key]
    if (OPTIONAL_SHEETS.includes(key)) continue
    if (!sheet) book.noteSheet(key, faultWords.missingSheet(SHEETS[key].name))
    // A township may know its households only later; without any of the others there is nothing to serve.
    else if (sheet.rows.length === 0 && key !== 'households') book.noteSheet(key, faultWords.emptySheet)
  }
  return {
    grid: readRows('grid', sheets.grid, rowSchemas.grid, book),
    households: readRows('households', sheets.households, rowSchemas.households, book),
    people: readRows('people', sheets.people, rowSchemas.people, book),
    roles: readRows('roles', sheets.roles, rowSchemas.roles, book),
    groups: readRows('groups', sheets.groups, rowSchemas.groups, book),
    members: readRows('members', sheets.members, rowSchemas.members, book),
    duties: readRows('duties', sheets.duties, rowSchemas.duties, book),
    venues: readRows('venues', sheets.venues, rowSchemas.venues, book),
    staff: readRows('staff', sheets.staff, rowSchemas.staff, book),
    records: readRows('records', sheets.records, rowSchemas.records, book),
    ledger: readRows('ledger', sheets.ledger, rowSchemas.ledger, book),
  }
}

const valuesOf = <T>(rows: Rows<T>): T[] => (rows ?? []).flatMap(({ value }) => (value === null ? [] : [value]))

function townshipOf(rows: AllRows): Township {
  const grid = valuesOf(rows.grid)
  const town = grid.find((node) => node.level === 'town')
  const roles = Map.groupBy(valuesOf(rows.roles), (r) => r.person)
  const members = Map.groupBy(valuesOf(rows.members), (m) => m.group)
  return {
    id: town?.id ?? '',
    name: town?.name ?? '',
    grid,
    households: valuesOf(rows.households),
    people: valuesOf(rows.people).map((p) => ({
      ...p,
      roles: (roles.get(p.id) ?? []).map(({ role, grid: place }) => ({ role, grid: place })),
    })),
    groups: valuesOf(rows.groups).map((g) => ({ ...g, members: (members.get(g.id) ?? []).map((m) => m.person) })),
    duties: valuesOf(rows.duties),
    venues: rows.venues && valuesOf(rows.venues),
    staff: rows.staff && valuesOf(rows.staff).map(({ education, ...s }) => ({ ...s, ...education })),
    records: rows.records && valuesOf(rows.records).map(({ day, ...r }) => ({ ...r, day: day ?? '' })),
    ledger:
      rows.ledger &&
      valuesOf(rows.ledger)
        .toSorted((a, b) => a.order - b.order)
        .map((r) => r.column),
  }
}
