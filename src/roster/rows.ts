import type { z } from 'zod'
import { faultWords } from '../wording/roster.ts'
import type { FaultBook } from './faults.ts'
import type { RawSheet } from './read.ts'
import { plainId } from './row-schemas.ts'
import { columnsOf, OPTIONAL, type SheetKey } from './sheets.ts'

/** A row of a sheet: where it stands, what was typed, and what that means where it can be understood. */
export interface Row<T> {
  row: number
  cells: Record<string, string>
  value: T | null
}

/** The rows of a sheet, or null where it or its first column is missing and nothing can be said of what refers to it. */
export type Rows<T> = readonly Row<T>[] | null

export function readRows<T>(key: SheetKey, sheet: RawSheet | null, schema: z.ZodType<T>, book: FaultBook): Rows<T> {
  if (sheet === null) return null
  for (const { field, header } of columnsOf(key))
    if (!(field in sheet.letters) && !OPTIONAL.has(`${key} ${field}`))
      book.noteSheet(key, faultWords.missingColumn(header, sheet.headerRow), header)
  const rows = sheet.rows.map(({ row, cells }): Row<T> => {
    const read = schema.safeParse(cells)
    for (const issue of read.error?.issues ?? []) book.note(key, row, String(issue.path[0]), issue.message)
    return { row, cells, value: read.data ?? null }
  })
  const first = columnsOf(key)[0]?.field ?? ''
  return first in sheet.letters ? rows : null
}

export const saidIn = (row: Row<unknown>, field: string): string => plainId(row.cells[field] ?? '')

/** Rows by their id, also those with a fault elsewhere, so that one fault does not make ten. */
export const byId = <T>(rows: Rows<T>, field: string): ReadonlyMap<string, Row<T>> | null =>
  rows && new Map(rows.toReversed().map((row) => [saidIn(row, field), row]))

/** Notes every row whose fields say the same as an earlier row's. */
export function noteDoubles(
  book: FaultBook,
  key: SheetKey,
  rows: Rows<unknown>,
  fields: readonly string[],
  what: string,
  at = fields.at(-1) ?? '',
): void {
  const seen = new Map<string, number>()
  for (const row of rows ?? []) {
    const said = fields.map((field) => saidIn(row, field))
    if (said.includes('')) continue
    const earlier = seen.get(said.join('\n'))
    if (earlier === undefined) seen.set(said.join('\n'), row.row)
    else book.note(key, row.row, at, faultWords.doubled(what, said.at(-1) ?? '', earlier))
  }
}
