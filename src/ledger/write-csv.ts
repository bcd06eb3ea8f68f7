import { KINDS } from '../domain/judgement.ts'
import { minuteOf, wallClock } from '../domain/moments.ts'
import type { Person } from '../domain/people.ts'
import type { Cell } from '../measures/measure.ts'
import type { Desk } from '../ports/desk.ts'
import { ledgerColumns } from '../wording/ledger.ts'
import { partOf } from './part.ts'
import { ticketRows } from './tickets.ts'

/** Without it Excel takes the Chinese for something else. */
const MARK = '\ufeff'
const LINE = '\r\n'

/** All matters of a period in one table, for other programs; null where the period is none. */
export async function writeCsv(desk: Desk, period: string, reader: Person | null): Promise<{ bytes: Uint8Array; rows: number } | null> {
  const part = partOf(desk, period, reader)
  if (!part) return null
  const order = desk.roster.ledger
  const parts = [Buffer.from(MARK + lineOf(order.map((c) => ledgerColumns[c].name)))]
  let rows = 0
  for await (const page of ticketRows(desk, part, KINDS)) {
    const lines = page.map((row) => {
      rows += 1
      return lineOf(order.map((c) => (c === 'serial' ? rows : row[c])))
    })
    parts.push(Buffer.from(lines.join('')))
  }
  return { bytes: Buffer.concat(parts), rows }
}

const lineOf = (cells: readonly Cell[]): string => cells.map(fieldOf).join(',') + LINE

function fieldOf(cell: Cell): string {
  if (cell instanceof Date)
    return wallClock(cell)
      .slice(0, minuteOf(cell) === 0 ? 10 : 16)
      .replace('T', ' ')
  const text = String(cell ?? '')
  // Excel would reckon with what begins so, whoever has typed it.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
