import ExcelJS from 'exceljs'
import { maskPersonal } from '../domain/mask.ts'
import { minuteOf, wallClock } from '../domain/moments.ts'
import type { Span } from '../domain/span.ts'
import type { Cell, LedgerSheet } from '../measures/measure.ts'
import type { Desk } from '../ports/desk.ts'
import { ledgerFoot } from '../wording/ledger.ts'
import { LEDGER_SHEETS } from './sheets.ts'

const WIDEST = 40

export interface Ledger {
  bytes: Uint8Array
  sheets: { sheet: string; rows: number }[]
}

/** The ledger of a span as an .xlsx workbook: the matters, then a sheet for each measure; each signed at the foot. */
export async function writeLedger(desk: Desk, span: Span): Promise<Ledger> {
  const workbook = new ExcelJS.Workbook()
  const sheets: Ledger['sheets'] = []
  for (const sheet of LEDGER_SHEETS) {
    const rows = await sheet.rows(desk, span)
    addSheet(workbook, sheet, rows)
    sheets.push({ sheet: sheet.sheet, rows: rows.length })
  }
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), sheets }
}

function addSheet(workbook: ExcelJS.Workbook, { sheet, columns }: LedgerSheet, rows: readonly Cell[][]): void {
  const page = workbook.addWorksheet(sheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9 },
  })
  page.addRow([...columns]).font = { bold: true }
  for (const row of rows) page.addRow(row.map(cellOf)).alignment = { wrapText: true, vertical: 'top' }
  page.addRow([])
  page.addRow([...ledgerFoot])
  for (const [i, name] of columns.entries()) {
    const longest = Math.max(...rows.map((r) => widthOf(r[i] ?? null)), widthOf(name))
    page.getColumn(i + 1).width = Math.min(WIDEST, longest + 2)
  }
}

/**
 * As people write it: a day, with its time where there is one. Excel's own dates would show the machine's time zone. A ledger goes
 * from hand to hand: whatever somebody typed into a measure, nobody's number stands in it.
 */
function cellOf(value: Cell): string | number | null {
  if (typeof value === 'string') return maskPersonal(value)
  if (!(value instanceof Date)) return value
  const local = wallClock(value)
  return minuteOf(value) === 0 ? local.slice(0, 10) : `${local.slice(0, 10)} ${local.slice(11, 16)}`
}

const widthOf = (value: Cell): number => [...String(cellOf(value) ?? '')].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
