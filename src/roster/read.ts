import { readCells, readWorkbook as readFromFile, type Sheet, type Workbook } from '../workbook/read-workbook.ts'
import { lettersOf } from '../workbook/rows.ts'
import { isFootRow } from './foot-row.ts'
import { columnsOf, EXAMPLE_MARK, SHEETS, type SheetKey } from './sheets.ts'

export interface RawRow {
  row: number
  /** Text of each cell by field, trimmed; a missing column reads as empty. */
  cells: Record<string, string>
}

export interface RawSheet {
  rows: RawRow[]
  /** The row in which the headers stand, or should. */
  headerRow: number
  /** Letter of each column that the sheet has, by field. */
  letters: Record<string, string>
}

export type Refused = 'no-file' | 'not-xlsx' | 'too-big' | 'too-slow'
export type RawWorkbook = { sheets: Record<SheetKey, RawSheet | null> } | { refused: Refused }

/** Many tables carry a title above their headers: the row with the most known headers is theirs, the first where none has any. */
const HEADERS_WITHIN = 10
function headerRowOf(sheet: Sheet, isHeader: (text: string) => boolean): number {
  let best = { row: 1, known: 0 }
  for (const { row, cells } of sheet.rows.filter((r) => r.row <= HEADERS_WITHIN)) {
    const known = [...cells.values()].filter(isHeader).length
    if (known > best.known) best = { row, known }
  }
  return best.row
}

function readSheet(sheet: Sheet, key: SheetKey): RawSheet {
  const places = new Map<string, number>()
  const letters: Record<string, string> = {}
  const headers = columnsOf(key)
  const headerOf = (text: string) => headers.find((c) => c.header === text.replace(/\s|（.*）|\(.*\)|[*＊：:]/g, ''))
  const headerRow = headerRowOf(sheet, (text) => headerOf(text) !== undefined)
  for (const [at, text] of sheet.rows.find((r) => r.row === headerRow)?.cells ?? []) {
    const found = headerOf(text)
    if (!found || places.has(found.field)) continue
    places.set(found.field, at)
    letters[found.field] = lettersOf(at)
  }
  const rows: RawRow[] = []
  for (const { row, cells: said } of sheet.rows) {
    if (row <= headerRow || isFootRow([...said].toSorted(([a], [b]) => a - b).map(([, text]) => text))) continue
    const cells = Object.fromEntries(headers.map(({ field }) => [field, said.get(places.get(field) ?? 0) ?? '']))
    const filled = Object.values(cells).some((text) => text !== '')
    if (filled && !Object.values(cells)[0]?.startsWith(EXAMPLE_MARK)) rows.push({ row, cells })
  }
  return { rows, headerRow, letters }
}

/** The cells of a workbook as text, with where they stand. What they mean is `check.ts`'s business. */
export const readWorkbook = async (file: string): Promise<RawWorkbook> => knownSheets(await readFromFile(file))

/** The same of a workbook that lies on no disk. */
export const readBytes = (bytes: Uint8Array): RawWorkbook => knownSheets(readCells(bytes))

function knownSheets(read: Workbook): RawWorkbook {
  if ('refused' in read) return read
  const sheetOf = (key: SheetKey) => {
    const sheet = read.sheets.find((s) => s.name === SHEETS[key].name)
    return sheet ? readSheet(sheet, key) : null
  }
  return {
    sheets: {
      grid: sheetOf('grid'),
      households: sheetOf('households'),
      people: sheetOf('people'),
      roles: sheetOf('roles'),
      groups: sheetOf('groups'),
      members: sheetOf('members'),
      duties: sheetOf('duties'),
      venues: sheetOf('venues'),
      staff: sheetOf('staff'),
      records: sheetOf('records'),
      ledger: sheetOf('ledger'),
    },
  }
}
