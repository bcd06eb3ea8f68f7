import ExcelJS from 'exceljs'
import { maskPersonal } from '../domain/mask.ts'
import { dayOf } from '../domain/moments.ts'
import { sheet as words } from '../measures/disclosures/words.ts'
import type { Cell } from '../measures/measure.ts'
import { LOOKS } from './page.ts'

const look = (row: ExcelJS.Row, style: Partial<ExcelJS.Style>): void => {
  for (let i = 1; i <= words.columns.length; i++) row.getCell(i).style = style
}

const WIDTHS = [6, 28, 50, 16, 14, 30]

/** The sheet that hangs on the village's board: a title, the rows, and at the foot who answers for it. */
export async function writeDisclosure(village: string, quarter: string, rows: readonly Cell[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet(words.title(village, quarter).slice(0, 31), {
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToHeight: 0, paperSize: 9, printTitlesRow: '1:2' },
  })
  page.addRow([words.title(village, quarter)]).font = LOOKS.title.font
  page.mergeCells(1, 1, 1, words.columns.length)
  page.getCell(1, 1).alignment = { horizontal: 'center' }
  look(page.addRow([...words.columns]), LOOKS.head)
  const shown = (c: Cell) => (c instanceof Date ? dayOf(c) : typeof c === 'string' ? maskPersonal(c) : c)
  for (const row of rows) look(page.addRow(row.map(shown)), LOOKS.text)
  page.addRow([])
  for (const foot of words.foot) page.addRow(['', foot]).font = LOOKS.under.font
  for (const [i, width] of WIDTHS.entries()) page.getColumn(i + 1).width = width
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
