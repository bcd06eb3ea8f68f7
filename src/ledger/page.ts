import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { minuteOf, wallClock } from '../domain/moments.ts'
import type { Cell } from '../measures/measure.ts'
import { pageOfPages } from '../wording/ledger.ts'

export interface Column {
  name: string
  /** In half characters. */
  width: number
  /** Places behind the point. */
  decimals?: number
}

export interface Page {
  sheet: string
  title: string
  under: string
  foot: string
  columns: readonly Column[]
  /** How many columns stand still on the left, and are repeated where a sheet is several pages wide. */
  kept: number
  rows: AsyncIterable<readonly Cell[][]> | Iterable<readonly Cell[][]>
}

const A4 = 9
/** Half characters that fit across a page in a type of nine points, which can still be read; what is wider goes on beside it. */
const ACROSS = 180
const HEAD = 3
/** What a cell keeps free on both sides. No round number: the writer leaves out a width of nine, which it takes for nobody's wish. */
const MARGIN = 1.2
const SIZE = 10.5
/** Excel's own limit. */
const LONGEST_NAME = 31

const thin = { style: 'thin', color: { argb: 'FF000000' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const black = { argb: 'FF000000' }
const text = { name: '仿宋', family: 3, size: SIZE, color: black }
const heading = { ...text, name: '黑体' }

/** One object for each look: the writer knows a style again by it. */
export const LOOKS = {
  title: { font: { ...heading, size: 18 }, alignment: { horizontal: 'left', vertical: 'middle' } },
  under: { font: text, alignment: { horizontal: 'left', vertical: 'middle' } },
  head: { font: heading, border, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } },
  text: { font: text, border, alignment: { vertical: 'top', wrapText: true } },
  number: { font: text, border, alignment: { vertical: 'top', horizontal: 'right' } },
  day: { font: text, border, numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top', horizontal: 'center' } },
  moment: { font: text, border, numFmt: 'yyyy-mm-dd hh:mm', alignment: { vertical: 'top', horizontal: 'center' } },
} as const satisfies Record<string, Partial<ExcelJS.Style>>
const DECIMALS = new Map<number, Partial<ExcelJS.Style>>([1, 2, 3].map((n) => [n, { ...LOOKS.number, numFmt: `0.${'0'.repeat(n)}` }]))

/** Pages written one after another as they come, so that a hundred thousand rows never stand in memory together. */
export async function writeWorkbook(pages: AsyncIterable<Page> | Iterable<Page>): Promise<Uint8Array> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  for await (const page of pages) await writePage(workbook, page)
  await workbook.commit()
  return bytes
}

async function writePage(workbook: ExcelJS.stream.xlsx.WorkbookWriter, page: Page): Promise<void> {
  const { columns, kept } = page
  const width = columns.reduce((sum, c) => sum + c.width, 0)
  const sheet = workbook.addWorksheet(page.sheet.slice(0, LONGEST_NAME), {
    views: [{ state: 'frozen', xSplit: kept, ySplit: HEAD }],
    headerFooter: { oddFooter: `&C&"仿宋"${pageOfPages}` },
    pageSetup: {
      ...{ paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: Math.ceil(width / ACROSS), fitToHeight: 0 },
      printTitlesRow: `1:${HEAD}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
      ...(width > ACROSS && kept > 0 && { printTitlesColumn: `A:${String.fromCharCode(64 + kept)}` }),
    },
  })
  sheet.columns = columns.map((c) => ({ width: c.width + MARGIN }))
  across(sheet, columns.length, page.title, LOOKS.title, 30)
  across(sheet, columns.length, page.under, LOOKS.under, 20)
  write(
    sheet,
    columns.map((c) => c.name),
    () => LOOKS.head,
    32,
  )
  for await (const rows of page.rows)
    for (const row of rows)
      write(
        sheet,
        row.map((cell, i) => shown(cell, columns[i])),
        (i) => lookOf(row[i] ?? null, columns[i]),
      )
  sheet.addRow([]).commit()
  across(sheet, columns.length, page.foot, LOOKS.under, 24)
  sheet.commit()
}

function write(
  sheet: ExcelJS.Worksheet,
  cells: readonly (string | number | Date | null)[],
  look: (i: number) => Partial<ExcelJS.Style>,
  height?: number,
): void {
  const row = sheet.addRow([...cells])
  for (let i = 0; i < cells.length; i++) row.getCell(i + 1).style = look(i)
  if (height) row.height = height
  row.commit()
}

/** One line over the whole width. */
function across(sheet: ExcelJS.Worksheet, columns: number, words: string, look: Partial<ExcelJS.Style>, height: number): void {
  const row = sheet.addRow([words])
  row.getCell(1).style = look
  row.height = height
  if (columns > 1) sheet.mergeCells(row.number, 1, row.number, columns)
  row.commit()
}

function lookOf(cell: Cell, column: Column | undefined): Partial<ExcelJS.Style> {
  if (cell instanceof Date) return minuteOf(cell) === 0 ? LOOKS.day : LOOKS.moment
  if (typeof cell !== 'number') return LOOKS.text
  return DECIMALS.get(column?.decimals ?? 0) ?? LOOKS.number
}

/** A date as the wall clock of the township shows it: Excel knows no time zones. */
function shown(cell: Cell, column: Column | undefined): string | number | Date | null {
  if (cell instanceof Date) return new Date(`${wallClock(cell).slice(0, 16)}Z`)
  return typeof cell === 'number' && column?.decimals !== undefined ? Number(cell.toFixed(column.decimals)) : cell
}

/** Wide enough for what stands in it, and no wider than can be read. */
export const widthFor = (name: string, cells: readonly Cell[], widest: number): number =>
  Math.min(widest, Math.max(...[name, ...cells].map(halfCharacters)) + 1)

function halfCharacters(cell: Cell): number {
  if (cell instanceof Date) return minuteOf(cell) === 0 ? 10 : 16
  return [...String(cell ?? '')].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
}
