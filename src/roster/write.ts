import ExcelJS, { type Worksheet } from 'exceljs'
import type { Township } from '../domain/township.ts'
import { CHOICES, cellsOf } from './cells.ts'
import { INSTRUCTIONS } from './instructions.ts'
import { columnsOf, EXAMPLE_MARK, SHEET_KEYS, SHEETS, type SheetKey } from './sheets.ts'

/** Rows below the last filled one that still offer the lists to pick from. */
const SPARE_ROWS = 200
const WIDE = new Set(['words', 'procedure', 'papers', 'where', 'basis', 'title', 'address'])

function writeSheet(workbook: ExcelJS.Workbook, key: SheetKey, rows: readonly Readonly<Record<string, string>>[]): void {
  const sheet = workbook.addWorksheet(SHEETS[key].name, { views: [{ state: 'frozen', ySplit: 1 }] })
  // Text cells: Excel would otherwise make numbers of telephone numbers and of ids such as 01.
  sheet.columns = columnsOf(key).map(({ field, header }) => ({
    header,
    key: field,
    width: WIDE.has(field) ? 40 : 16,
    style: { numFmt: '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows) sheet.addRow(row)
  for (const { field } of columnsOf(key)) offerChoices(sheet, key, field, rows.length + 1 + SPARE_ROWS)
}

function offerChoices(sheet: Worksheet, key: SheetKey, field: string, lastRow: number): void {
  const choice = CHOICES[`${key} ${field}`]
  if (!choice) return
  for (let row = 2; row <= lastRow; row++)
    sheet.getCell(row, sheet.getColumn(field).number).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choice.words.join(',')}"`],
      showErrorMessage: choice.strict,
      errorTitle: '说事',
      error: '请从列表里选一个',
    }
}

const asExample = (row: Readonly<Record<string, string>> | undefined): Record<string, string>[] => {
  if (!row) return []
  const [[first = '', said = ''] = [], ...rest] = Object.entries(row)
  return [{ [first]: EXAMPLE_MARK + said, ...Object.fromEntries(rest) }]
}

interface Filling {
  /** One row of the township on each sheet, as an example; but all duties, for nobody writes a list of them from nothing. */
  exampleOnly: boolean
}

function workbookOf(township: Township, { exampleOnly }: Filling): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const about = workbook.addWorksheet('说明')
  about.getColumn(1).width = 120
  for (const line of INSTRUCTIONS) about.addRow([line]).alignment = { wrapText: true, vertical: 'top' }
  const cells = cellsOf(township)
  for (const key of SHEET_KEYS) writeSheet(workbook, key, exampleOnly && key !== 'duties' ? asExample(cells[key][0]) : cells[key])
  return workbook
}

/** Writes the workbook: filled with the township, or with one row of it on each sheet as an example. */
export const writeWorkbook = (township: Township, file: string, filling: Filling): Promise<void> =>
  workbookOf(township, filling).xlsx.writeFile(file)

/** The same, for whoever is sent it. */
export const workbookBytes = async (township: Township, filling: Filling): Promise<Uint8Array> =>
  new Uint8Array(await workbookOf(township, filling).xlsx.writeBuffer())
