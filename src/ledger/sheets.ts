import { alarmLedger } from '../measures/alarm/ledger.ts'
import { assemblyLedger } from '../measures/assemblies/digest.ts'
import { disclosureLedger } from '../measures/disclosures/digest.ts'
import { dutyLedger } from '../measures/duties/ledger.ts'
import { enforcementLedger } from '../measures/enforcement/ledger.ts'
import { gridLedger } from '../measures/grid/ledger.ts'
import { handoverLedger } from '../measures/handovers/ledger.ts'
import { hazardLedger } from '../measures/hazard/ledger.ts'
import { WINGS } from '../measures/index.ts'
import { lectureLedger } from '../measures/lectures/ledger.ts'
import type { LedgerSheet } from '../measures/measure.ts'
import { petitionLedger } from '../measures/petitions/ledger.ts'
import { policyLedger } from '../measures/policy/ledger.ts'
import { measurementLedger, mediationLedger } from '../measures/ruler/ledger.ts'
import { sayDayLedger } from '../measures/say-day/ledger.ts'
import { spiritLedger } from '../measures/spirit/ledger.ts'
import { graspLedger, staffLedger } from '../measures/team/ledger.ts'
import { ticketSheet } from './tickets.ts'

/** Every sheet of the ledger: the matters first, then one or more for each measure. */
// biome-ignore format: one line for each measure
export const LEDGER_SHEETS: readonly LedgerSheet[] = [
  ticketSheet,
  gridLedger, policyLedger, alarmLedger, hazardLedger,
  staffLedger, graspLedger,
  dutyLedger,
  lectureLedger,
  sayDayLedger,
  petitionLedger,
  measurementLedger, mediationLedger,
  enforcementLedger, handoverLedger,
  spiritLedger,
  assemblyLedger, disclosureLedger,
  ...WINGS.flatMap((w) => w.sheets),
]
