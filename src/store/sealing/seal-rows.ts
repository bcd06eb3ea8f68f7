import { isPlainObject, sealed } from './envelope.ts'
import type { Keys } from './key-ring.ts'
import { markOfWhole, marksOfWords } from './marks.ts'
import { MARKED, sealedColumnsOf } from './sealed-columns.ts'

type Marked = Readonly<Record<string, { of: readonly string[]; by: 'whole' | 'words' }>>
const marked = new Map<string, Marked>(Object.entries(MARKED))
export const marksOfTable = (table: string): Marked => marked.get(table) ?? {}

/** A row, or a part of one, as it is to be written: what has to be sealed is, and beside it stand the marks by which it is found. */
export function sealedRow(keys: Keys, table: string, row: Record<string, unknown>): Record<string, unknown> {
  const columns = sealedColumnsOf(table)
  if (!columns) return row
  const closed = Object.entries(row).map(([name, value]) => {
    const keeping = columns.get(name)
    return [name, keeping ? sealed(keys, keeping, value) : value]
  })
  return { ...Object.fromEntries(closed), ...marksOfRow(keys, table, row) }
}

function marksOfRow(keys: Keys, table: string, row: Record<string, unknown>): Record<string, unknown> {
  const marks = Object.entries(marksOfTable(table)).filter(([, { of }]) => of.some((c) => row[c] !== undefined))
  return Object.fromEntries(
    marks.map(([column, { of, by }]) => {
      const words = of.flatMap((c) => (typeof row[c] === 'string' ? row[c] : []))
      return [column, by === 'words' ? marksOfWords(keys, words.join(' ')) : words[0] ? markOfWhole(keys, words[0]) : null]
    }),
  )
}

const isRows = (data: unknown): data is unknown[] => Array.isArray(data)
export const sealedData = (keys: Keys, table: string, data: unknown): unknown =>
  isRows(data) ? data.map((row) => sealedData(keys, table, row)) : isPlainObject(data) ? sealedRow(keys, table, data) : data
