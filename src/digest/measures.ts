import type { Person } from '../domain/people.ts'
import { alarmDigest } from '../measures/alarm/digest.ts'
import { assemblyDigest } from '../measures/assemblies/digest.ts'
import { disclosureDigest } from '../measures/disclosures/digest.ts'
import { dutyDigest } from '../measures/duties/digest.ts'
import { earlyWarningDigest } from '../measures/early-warning/digest.ts'
import { enforcementDigest } from '../measures/enforcement/digest.ts'
import { handoverDigest } from '../measures/handovers/digest.ts'
import { hazardDigest } from '../measures/hazard/digest.ts'
import { WINGS } from '../measures/index.ts'
import { lectureDigest } from '../measures/lectures/digest.ts'
import { type MeasureDigest, TELLS } from '../measures/measure.ts'
import { petitionDigest } from '../measures/petitions/digest.ts'
import { policyDigest } from '../measures/policy/digest.ts'
import { rulerDigest } from '../measures/ruler/digest.ts'
import { sayDayDigest } from '../measures/say-day/digest.ts'
import { spiritDigest } from '../measures/spirit/digest.ts'
import { teamDigest } from '../measures/team/digest.ts'
import type { Desk } from '../ports/desk.ts'
import type { Line } from '../wording/digests.ts'

/** Every measure that has something to tell leaders, in the order of the source text. */
// biome-ignore format: one line for each measure
const MEASURES: readonly MeasureDigest[] = [
  alarmDigest, earlyWarningDigest, hazardDigest, policyDigest,
  teamDigest,
  dutyDigest,
  lectureDigest,
  sayDayDigest,
  petitionDigest,
  rulerDigest,
  enforcementDigest, handoverDigest,
  spiritDigest,
  assemblyDigest, disclosureDigest,
]

/** The day's lines of all measures: what waits for this leader's word, and what happened. */
export async function measuresOfDay(desk: Desk, leader: Person): Promise<{ decide: Line[]; tell: Line[] }> {
  const lines: Line[] = []
  for (const m of [...MEASURES, ...WINGS]) lines.push(...((await m.dayLines?.(desk, leader)) ?? []))
  return { decide: lines.filter((l) => l.rank < TELLS), tell: lines.filter((l) => l.rank >= TELLS) }
}

export async function measuresOfMonth(desk: Desk, person: Person, month: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const m of [...MEASURES, ...WINGS]) lines.push(...((await m.monthLines?.(desk, person, month)) ?? []))
  return lines
}
