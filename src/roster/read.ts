import { access } from 'node:fs/promises'
import ExcelJS, { type CellValue, type Worksheet } from 'exceljs'
import { columnsOf, EXAMPLE_MARK, SHEETS, type SheetKey } from './sheets.ts'

export interface RawRow {
  row: number
  /** Text of each cell by field, trimmed; a missing column reads as empty. */
  cells: Record<string, string>
}

export interface RawSheet {
  rows: RawRow[]
  /** Letter of each column that the sheet has, by field. */
  letters: Record<string, string>
}

export type RawWorkbook = { sheets: Record<SheetKey, RawSheet | null> } | { refused: 'no-file' | 'not-xlsx' }

const isOpen = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

// Excel turns long digits into numbers, addresses into links and half-typed formulas into objects; people see only their text.
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value) return textOf(value.richText.map((part) => part.text).join(''))
  if ('hyperlink' in value) return textOf(value.text)
  if ('formula' in value || 'sharedFormula' in value) return textOf(value.result)
  return ''
}

function readSheet(sheet: Worksheet, key: SheetKey): RawSheet {
  const places = new Map<string, number>()
  const letters: Record<string, string> = {}
  const headers = columnsOf(key)
  sheet.getRow(1).eachCell((cell, at) => {
    const found = headers.find((c) => c.header === textOf(cell.value).replace(/\s|（.*）|\(.*\)/g, ''))
    if (!found || places.has(found.field)) return
    places.set(found.field, at)
    letters[found.field] = sheet.getColumn(at).letter
  })
  const rows: RawRow[] = []
  sheet.eachRow((line, row) => {
    if (row === 1) return
    const cells = Object.fromEntries(headers.map(({ field }) => [field, textAt(line.getCell.bind(line), places.get(field))]))
    const filled = Object.values(cells).some((text) => text !== '')
    if (filled && !Object.values(cells)[0]?.startsWith(EXAMPLE_MARK)) rows.push({ row, cells })
  })
  return { rows, letters }
}

const textAt = (cellAt: (column: number) => { value: CellValue }, column: number | undefined): string =>
  column === undefined ? '' : textOf(cellAt(column).value)

/** The cells of a workbook as text, with where they stand. What they mean is `check.ts`'s business. */
export async function readWorkbook(file: string): Promise<RawWorkbook> {
  if (!(await isOpen(file))) return { refused: 'no-file' }
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.readFile(file)
  } catch {
    // Whatever the unzipping or the XML reader stumbles over, for whoever runs the import it is not a workbook.
    return { refused: 'not-xlsx' }
  }
  if (workbook.worksheets.length === 0) return { refused: 'not-xlsx' }
  const sheetOf = (key: SheetKey) => {
    const sheet = workbook.worksheets.find((s) => s.name.trim() === SHEETS[key].name)
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
    },
  }
}
