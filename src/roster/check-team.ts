import { faultWords } from '../wording/roster.ts'
import { checkPlace, type Places } from './check-grid.ts'
import type { FaultBook } from './faults.ts'
import type { RowOf } from './row-schemas.ts'
import { noteDoubles, type Row, type Rows, saidIn } from './rows.ts'

export interface TeamRows {
  venues: Rows<RowOf<'venues'>>
  staff: Rows<RowOf<'staff'>>
  records: Rows<RowOf<'records'>>
}

/** Rooms stand somewhere on the tree; the register and its records name people of the roster. */
export function checkTeam(
  { venues, staff, records }: TeamRows,
  places: Places,
  people: ReadonlyMap<string, Row<unknown>> | null,
  book: FaultBook,
): void {
  noteDoubles(book, 'venues', venues, ['id'], '编号')
  for (const row of venues ?? []) checkPlace(book, places, { key: 'venues', row, field: 'grid' }, '场所', ['town', 'village', 'she', 'ten'])
  noteDoubles(book, 'staff', staff, ['person'], '人员编号')
  noteDoubles(book, 'records', records, ['person', 'kind', 'day', 'title'], '同一记录', 'title')
  const known = (key: 'staff' | 'records', rows: Rows<unknown>) => {
    for (const row of rows ?? []) {
      const id = saidIn(row, 'person')
      if (people && id !== '' && !people.has(id)) book.note(key, row.row, 'person', faultWords.unknownPerson(id))
    }
  }
  known('staff', staff)
  known('records', records)
  for (const row of records ?? [])
    if (row.value?.kind === 'assessment' && row.value.basis === '') book.note('records', row.row, 'basis', faultWords.noBasis)
}
