import { assemblyLedger } from '../measures/assemblies/digest.ts'
import { disclosureLedger } from '../measures/disclosures/digest.ts'
import { enforcementLedger } from '../measures/enforcement/ledger.ts'
import { exemplarLedger } from '../measures/exemplars/ledger.ts'
import { handoverLedger } from '../measures/handovers/ledger.ts'
import type { LedgerSheet } from '../measures/measure.ts'
import { petitionLedger } from '../measures/petitions/ledger.ts'
import { measurementLedger, mediationLedger } from '../measures/ruler/ledger.ts'
import { spiritLedger } from '../measures/spirit/ledger.ts'
import { ticketSheet } from './tickets.ts'

/** Every sheet of the ledger: the matters first, then one or more for each measure. */
export const LEDGER_SHEETS: readonly LedgerSheet[] = [
  ticketSheet,
  ...[petitionLedger, measurementLedger, mediationLedger, enforcementLedger, exemplarLedger, spiritLedger],
  ...[assemblyLedger, handoverLedger, disclosureLedger],
]
