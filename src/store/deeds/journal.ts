import { isDeepStrictEqual } from 'node:util'
import type { Ticket } from '../../domain/ticket.ts'
import type { Deed, Deeds, StoredRow } from '../../ports/deeds.ts'
import type { Transaction } from '../transaction.ts'
import { KEYS, readRows, type Table } from './tables.ts'

/** What is written at one desk, as it is written. */
export interface Journal extends Pick<Deeds, 'begin' | 'done'> {
  /** Runs a write and remembers its rows as they were and as they are. Keys that only the write knows are told from its result. */
  watch<T>(table: Table, keys: readonly StoredRow[] | ((result: T) => readonly StoredRow[]), write: () => Promise<T>): Promise<T>
  line(subject: string, data: Record<string, unknown>): void
  noted(ticket: string): void
  notice(key: string): void
  ticket(before: Ticket | null, after: Ticket): void
  /** The order sees to its own undoing. */
  remembered(): void
}

type Row = Deed['rows'][number]

const keyOf = (table: Table, row: StoredRow): StoredRow => Object.fromEntries(KEYS[table].map((c) => [c, row[c]]))
const sameKey = (row: StoredRow, key: StoredRow): boolean => Object.entries(key).every(([c, value]) => String(row[c]) === String(value))

export function createJournal(tx: Transaction, town: string): Journal {
  let rows: Row[] = []
  let lines: Deed['lines'] = []
  let noted = new Set<string>()
  let notices: string[] = []
  let tickets = new Map<string, { before: Ticket | null; after: Ticket }>()
  let remembered = false

  function wrote(table: Table, key: StoredRow, before: StoredRow | null, after: StoredRow | null): void {
    const known = rows.find((r) => r.table === table && sameKey(r.key, key))
    if (known) known.after = after
    else rows.push({ table, key, before, after })
  }

  return {
    begin() {
      // What was answered to come here belongs to it.
      rows = rows.filter((r) => r.table === 'Question' && r.before !== null)
      lines = []
      noted = new Set()
      notices = []
      tickets = new Map()
      remembered = false
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
    notice: (key) => void notices.push(key),
    ticket(before, after) {
      const known = tickets.get(after.id)
      tickets.set(after.id, { before: known ? known.before : before, after })
    },
    remembered() {
      remembered = true
    },
    done(by) {
      // What the speaker was asked is no act; what somebody else was asked is one.
      const kept = rows.filter(
        (r) => r.table !== 'Question' || (r.before === null ? r.after?.personId !== by : r.before.what === 'approval'),
      )
      if (remembered || !kept.some((r) => r.table !== 'Question' || r.before === null)) return null
      return { deed: { rows: kept, lines, noted: [...noted].filter((id) => !tickets.has(id)), notices }, tickets: [...tickets.values()] }
    },
  }
}
