import ExcelJS from 'exceljs'
import { maskPersonal } from '../domain/mask.ts'
import { dayOf } from '../domain/moments.ts'
import type { Board, Cell } from '../measures/measure.ts'
import { LOOKS } from './page.ts'

/** A sheet that hangs on a village's board: a title, the rows, and at the foot who answers for it. */
export async function writeBoard({ title, columns, widths, rows, foot }: Board): Promise<Uint8Array> {
  const look = (row: ExcelJS.Row, style: Partial<ExcelJS.Style>): void => {
    for (let i = 1; i <= columns.length; i++) row.getCell(i).style = style
  }
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet(title.slice(0, 31), {
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToHeight: 0, paperSize: 9, printTitlesRow: '1:2' },
  })
  page.addRow([title]).font = LOOKS.title.font
  page.mergeCells(1, 1, 1, columns.length)
  page.getCell(1, 1).alignment = { horizontal: 'center' }
  look(page.addRow([...columns]), LOOKS.head)
  const shown = (c: Cell) => (c instanceof Date ? dayOf(c) : typeof c === 'string' ? maskPersonal(c) : c)
  for (const row of rows) look(page.addRow(row.map(shown)), LOOKS.text)
  page.addRow([])
  for (const line of foot) page.addRow(['', line]).font = LOOKS.under.font
  for (const [i, width] of widths.entries()) page.getColumn(i + 1).width = width
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
