import { WINGS } from '../measures/index.ts'
import type { LedgerSheet } from '../measures/measure.ts'

/** What each measure adds to the ledger. */
export const MEASURE_SHEETS: readonly LedgerSheet[] = WINGS.flatMap((w) => w.sheets)
