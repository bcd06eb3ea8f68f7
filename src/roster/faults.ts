import type { RawSheet } from './read.ts'
import { columnsOf, SHEET_KEYS, SHEETS, type SheetKey } from './sheets.ts'

/** One thing that must be put right before anything is imported. */
export interface Fault {
  sheet: string | null
  row: number | null
  /** Header of the column: 电话. */
  column: string | null
  /** The same place as a spreadsheet says it: C5. */
  cell: string | null
  message: string
}

export type Note = (key: SheetKey, row: number, field: string, message: string) => void

export interface FaultBook {
  note: Note
  noteSheet(key: SheetKey, message: string, column?: string): void
  /** All of them, in the order in which somebody goes through the workbook. */
  all(): Fault[]
}

/** Collects faults: one for each cell, since the first says enough; none for a column that is missing altogether. */
export function openFaultBook(sheets: Readonly<Record<SheetKey, RawSheet | null>>): FaultBook {
  const found = new Map<string, Fault & { order: readonly [number, number, number] }>()
  const add = (key: SheetKey, order: readonly [number, number], fault: Omit<Fault, 'sheet'>) => {
    const id = `${key} ${fault.row} ${fault.column}`
    const sheet = SHEETS[key].name
    if (!found.has(id)) found.set(id, { sheet, ...fault, order: [SHEET_KEYS.indexOf(key), ...order] })
  }
  return {
    note(key, row, field, message) {
      const letter = sheets[key]?.letters[field]
      const at = columnsOf(key).findIndex((c) => c.field === field)
      const column = columnsOf(key)[at]?.header ?? null
      if (letter !== undefined) add(key, [row, at], { row, column, cell: `${letter}${row}`, message })
    },
    noteSheet(key, message, column) {
      add(key, [0, 0], { row: column === undefined ? null : (sheets[key]?.headerRow ?? 1), column: column ?? null, cell: null, message })
    },
    all: () =>
      [...found.values()]
        .toSorted((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2])
        .map(({ order: _, ...fault }) => fault),
  }
}
