import type { CaseFate } from '../domain/forgotten.ts'
import type { Township } from '../domain/township.ts'
import type { AtDesk, Heard } from '../ports/desk.ts'
import { alarmWing } from './alarm/wing.ts'
import { assembliesWing } from './assemblies/wing.ts'
import { bulletinWing } from './bulletin/wing.ts'
import type { Wing } from './define-wing.ts'
import { disclosuresWing } from './disclosures/wing.ts'
import { dutiesWing } from './duties/wing.ts'
import { earlyWarningWing } from './early-warning/wing.ts'
import { enforcementWing } from './enforcement/wing.ts'
import { exemplarsWing } from './exemplars/wing.ts'
import { gridWing } from './grid/wing.ts'
import { handoversWing } from './handovers/wing.ts'
import { hazardWing } from './hazard/wing.ts'
import { lecturesWing } from './lectures/wing.ts'
import { petitionsWing } from './petitions/wing.ts'
import { policyWing } from './policy/wing.ts'
import { rulerWing } from './ruler/wing.ts'
import { sayDayWing } from './say-day/wing.ts'
import { spiritWing } from './spirit/wing.ts'
import { teamWing } from './team/wing.ts'

/** Every wing, in the order of the source text. */
// biome-ignore format: one line for each measure
export const WINGS: readonly Wing[] = [
  gridWing, policyWing, alarmWing, hazardWing, earlyWarningWing, bulletinWing,
  teamWing,
  dutiesWing,
  lecturesWing,
  sayDayWing,
  petitionsWing,
  rulerWing,
  enforcementWing, handoversWing,
  exemplarsWing,
  spiritWing,
  assembliesWing, disclosuresWing,
]

/** Whether a message was a wing's own before it was anything else. */
export const heardByWing: AtDesk<boolean, [Heard]> = async (desk, heard) => {
  for (const wing of WINGS) if (await wing.hears?.(desk, heard)) return true
  return false
}

/** A workbook that comes in, remembered by each wing that keeps a history of what it changes. */
export const rememberImport: AtDesk<void, [Township]> = async (desk, township) => {
  for (const wing of WINGS) await wing.imported?.(desk, township)
}

/** What becomes of the cases of each measure when somebody in them is forgotten. */
export const CASE_FATES: Readonly<Record<string, CaseFate>> = Object.assign({}, ...WINGS.map((w) => w.forgets))
