import { WINGS } from '../measures/index.ts'
import type { LedgerSheet } from '../measures/measure.ts'
import { ticketSheet } from './tickets.ts'

/** Every sheet of the ledger: the matters first, then one or more for each measure. */
export const LEDGER_SHEETS: readonly LedgerSheet[] = [ticketSheet, ...WINGS.flatMap((w) => w.sheets)]
