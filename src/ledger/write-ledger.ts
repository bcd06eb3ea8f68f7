import { KINDS, type Kind } from '../domain/judgement.ts'
import { maskPersonal } from '../domain/mask.ts'
import type { Person } from '../domain/people.ts'
import type { Cell, LedgerSheet } from '../measures/measure.ts'
import type { Desk } from '../ports/desk.ts'
import { ledgerColumns, ledgerFoot, ledgerSummary, ledgerTitle, ledgerUnderTitle } from '../wording/ledger.ts'
import { kindNames } from '../wording/names.ts'
import { type Page, widthFor, writeWorkbook } from './page.ts'
import { isWhole, partOf } from './part.ts'
import { MEASURE_SHEETS } from './sheets.ts'
import { summaryRows } from './summary.ts'
import { type LedgerPart, ticketRows } from './tickets.ts'

const WIDEST = 40
/** Serial and number. */
const KEPT = 2

interface SheetLength {
  sheet: string
  rows: number
}
export interface Ledger {
  bytes: Uint8Array
  sheets: SheetLength[]
}
type Bare = Pick<Page, 'sheet' | 'columns' | 'kept' | 'rows'>

/**
 * The ledger of a period as an .xlsx workbook: a summary, a sheet for each kind of matter, a sheet for each measure; each with its
 * title, and signed at the foot. Whoever leads some villages gets those alone. Null where the period is none.
 */
export async function writeLedger(desk: Desk, period: string, reader: Person | null): Promise<Ledger | null> {
  const part = partOf(desk, period, reader)
  if (!part) return null
  const sheets: SheetLength[] = []
  return { bytes: await writeWorkbook(framed(desk, period, pagesOf(desk, part), sheets)), sheets }
}

async function* framed(
  desk: Pick<Desk, 'now' | 'roster'>,
  period: string,
  pages: AsyncIterable<Bare>,
  sheets: SheetLength[],
): AsyncGenerator<Page> {
  const { townName } = desk.roster
  const under = ledgerUnderTitle(period, townName, desk.now)
  for await (const page of pages) {
    const length = { sheet: page.sheet, rows: 0 }
    sheets.push(length)
    yield { ...page, rows: counted(page.rows, length), title: ledgerTitle(townName, page.sheet), under, foot: ledgerFoot }
  }
}

async function* counted(rows: Page['rows'], length: SheetLength): AsyncGenerator<readonly Cell[][]> {
  for await (const some of rows) {
    length.rows += some.length
    yield some
  }
}

async function* pagesOf(desk: Desk, part: LedgerPart): AsyncGenerator<Bare> {
  const measures: { sheet: LedgerSheet; rows: Cell[][] }[] = []
  for (const sheet of isWhole(desk, part) ? MEASURE_SHEETS : [])
    measures.push({ sheet, rows: await sheet.rows(desk, part.span, part.reader) })
  const others = measures.map(({ sheet, rows }) => ({ sheet: sheet.sheet, rows: rows.length }))
  yield fitted(ledgerSummary, await summaryRows(desk, part, others))
  for (const kind of KINDS) yield mattersPage(desk, part, kind)
  for (const { sheet, rows } of measures) yield fitted(sheet, rows)
}

function mattersPage(desk: Desk, part: LedgerPart, kind: Kind): Bare {
  const order = desk.roster.ledger
  async function* rows(): AsyncGenerator<Cell[][]> {
    let serial = 0
    for await (const page of ticketRows(desk, part, [kind]))
      yield page.map((row) => {
        serial += 1
        return order.map((column): Cell => (column === 'serial' ? serial : row[column]))
      })
  }
  return { sheet: kindNames[kind], columns: order.map((c) => ledgerColumns[c]), kept: KEPT, rows: rows() }
}

/** A ledger goes from hand to hand: whatever somebody typed into a measure, nobody's number stands in it. */
const withoutNumbers = (cell: Cell): Cell => (typeof cell === 'string' ? maskPersonal(cell) : cell)

/** As wide as what stands in it. */
function fitted({ sheet, columns, decimals = {} }: Pick<LedgerSheet, 'sheet' | 'columns' | 'decimals'>, told: Cell[][]): Bare {
  const rows = told.map((row) => row.map(withoutNumbers))
  const all = columns.map((name, i) => {
    const places = decimals[name]
    const cells = rows.map((r) => r[i] ?? null)
    return { name, width: widthFor(name, cells, WIDEST), ...(places !== undefined && { decimals: places }) }
  })
  return { sheet, columns: all, kept: 1, rows: [rows] }
}
