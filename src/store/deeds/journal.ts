import { isDeepStrictEqual } from 'node:util'
import type { Ticket } from '../../domain/ticket.ts'
import type { Deed, Deeds, StoredRow } from '../../ports/deeds.ts'
import type { Transaction } from '../transaction.ts'
import { BY_COLUMN, KEYS, readRows, type Table } from './tables.ts'

/** What is written at one desk, as it is written. */
export interface Journal extends Pick<Deeds, 'begin' | 'called' | 'final' | 'done'> {
  /** Runs a write and remembers its rows as they were and as they are. Keys that only the write knows are told from its result. */
  watch<T>(table: Table, keys: readonly StoredRow[] | ((result: T) => readonly StoredRow[]), write: () => Promise<T>): Promise<T>
  line(subject: string, data: Record<string, unknown>): void
  noted(ticket: string): void
  notice(key: string, undone: string | null): void
  ticket(before: Ticket | null, after: Ticket): void
  /** What was written so far is an act already, or the undoing of one. */
  forget(): void
}

type Row = Deed['rows'][number]

const keyOf = (table: Table, row: StoredRow): StoredRow => Object.fromEntries(KEYS[table].map((c) => [c, row[c]]))
const sameKey = (row: StoredRow, key: StoredRow): boolean => Object.entries(key).every(([c, value]) => String(row[c]) === String(value))

/** Of what others write as well, only what the order changed. */
function asChanged(row: Row): Row {
  const { table, before, after } = row
  if (!before || !after || !BY_COLUMN.some((t) => t === table)) return row
  const changed = (r: StoredRow): StoredRow =>
    Object.fromEntries(Object.entries(r).filter(([c]) => !isDeepStrictEqual(before[c], after[c])))
  return { ...row, before: changed(before), after: changed(after) }
}

export function createJournal(tx: Transaction, town: string): Journal {
  let rows: Row[] = []
  let lines: Deed['lines'] = []
  let noted = new Set<string>()
  let notices: Deed['notices'] = []
  let tickets = new Map<string, Deed['tickets'][number]>()
  let words: string | null = null
  let final: string | null = null

  function wrote(table: Table, key: StoredRow, before: StoredRow | null, after: StoredRow | null): void {
    const known = rows.find((r) => r.table === table && sameKey(r.key, key))
    if (known) known.after = after
    else rows.push({ table, key, before, after })
  }

  function forget(): void {
    rows = []
    lines = []
    noted = new Set()
    notices = []
    tickets = new Map()
    words = null
    final = null
  }

  return {
    forget,
    begin() {
      // What was answered to come here belongs to it.
      const answered = rows.filter((r) => r.table === 'Question' && r.before !== null)
      forget()
      rows = answered
    },
    async watch(table, keys, write) {
      const was = typeof keys === 'function' ? [] : await readRows(tx, town, table, keys)
      const result = await write()
      const is = await readRows(tx, town, table, typeof keys === 'function' ? keys(result) : keys)
      const all = [...was, ...is].map((r) => keyOf(table, r))
      for (const key of all.filter((k, i) => all.findIndex((other) => sameKey(other, k)) === i)) {
        const [before, after] = [was.find((r) => sameKey(r, key)) ?? null, is.find((r) => sameKey(r, key)) ?? null]
        if (!isDeepStrictEqual(before, after)) wrote(table, key, before, after)
      }
      return result
    },
    line: (subject, data) => void lines.push({ subject, data }),
    noted: (ticket) => void noted.add(ticket),
    notice: (key, undone) => void notices.push({ key, undone }),
    ticket(before, { id, version }) {
      const known = tickets.get(id)
      tickets.set(id, { id, before: known ? known.before : before, version })
    },
    called(name) {
      words = name
    },
    final(instead) {
      final = instead
    },
    done(by) {
      const empty = { tickets: [], rows: [], lines: [], noted: [], notices: [] }
      if (final !== null) return { deed: { ...empty, final }, words }
      // What the speaker was asked is no act; what somebody else was asked is one.
      const kept = rows.filter(
        (r) => r.table !== 'Question' || (r.before === null ? r.after?.personId !== by : r.before.what === 'approval'),
      )
      if (tickets.size === 0 && !kept.some((r) => r.table !== 'Question' || r.before === null)) return null
      const told = [...noted].filter((id) => !tickets.has(id))
      return { deed: { tickets: [...tickets.values()], rows: kept.map(asChanged), lines, noted: told, notices, final }, words }
    },
  }
}
