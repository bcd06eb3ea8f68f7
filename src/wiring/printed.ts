import type { Person } from '../domain/people.ts'
import { villageStem } from '../domain/village-stem.ts'
import { writeCsv } from '../ledger/write-csv.ts'
import { boardOf } from '../measures/disclosures/verbs.ts'
import { disputeRecordOf, sketchOf, ticketOfLabel } from '../measures/ruler/record.ts'
import { sketchLines, sketchTitle } from '../measures/ruler/words.ts'
import { disputeRecord } from '../papers/dispute-record.ts'
import type { Desk } from '../ports/desk.ts'
import { ledgerTable } from '../wording/ledger.ts'

// What writes Word and workbooks is some tens of megabytes: each is loaded when the first one is wanted.
const wordWriter = () => import('../papers/word.ts')
const ledgerWriter = () => import('../ledger/write-ledger.ts')
const boardWriter = () => import('../ledger/write-board.ts')

/** The record of a dispute, 坪08 or 量02; null where there is none of that number. */
export async function printRecord(desk: Pick<Desk, 'now' | 'roster' | 'ticket' | 'ticketByNumber' | 'cases'>, label: string) {
  const ticket = await ticketOfLabel(desk, label)
  const record = ticket && (await disputeRecordOf(desk, ticket))
  if (!record) return null
  const sketches = record.measurements.map(({ measurement: m }) => sketchOf(m, sketchTitle(record.label, m), sketchLines(m)))
  const { writeWord } = await wordWriter()
  return { label: record.label, bytes: await writeWord(await disputeRecord(record, sketches)) }
}

/** A village's sheet of a quarter, 2026Q4; null where there is no such village. */
export async function printDisclosure(desk: Pick<Desk, 'now' | 'roster' | 'ticket' | 'tickets' | 'cases'>, name: string, quarter: string) {
  const village = [...desk.roster.nodes.values()].find((n) => n.level === 'village' && villageStem(n.name) === villageStem(name))
  if (!village) return null
  const board = await boardOf(desk, village, quarter)
  const { writeBoard } = await boardWriter()
  return { village: village.name, rows: board.rows.length, bytes: await writeBoard(board) }
}

/** The ledger of a time, 2026-11, 2026Q4 or 2026, as a workbook or one table of its matters; null for anything else. */
export async function printLedger(desk: Desk, period: string, form: 'xlsx' | 'csv' = 'xlsx', reader: Person | null = null) {
  if (form === 'xlsx') {
    const { writeLedger } = await ledgerWriter()
    const ledger = await writeLedger(desk, period, reader)
    return ledger && { period, ...ledger }
  }
  const table = await writeCsv(desk, period, reader)
  return table && { period, bytes: table.bytes, sheets: [{ sheet: ledgerTable, rows: table.rows }] }
}
