import { KINDS } from '../domain/judgement.ts'
import { WINGS } from '../measures/index.ts'
import type { LedgerSheet } from '../measures/measure.ts'

/** What each measure adds to the ledger. */
export const MEASURE_SHEETS: readonly LedgerSheet[] = WINGS.flatMap((w) => w.sheets)

/** The summary, a sheet for each kind of matter, and those of the measures. */
export const SHEET_COUNT = 1 + KINDS.length + MEASURE_SHEETS.length
