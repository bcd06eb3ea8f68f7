import type { Case, CaseKind } from '../domain/case.ts'
import type { Alarms } from '../measures/alarm/desk.ts'
import type { Bulletin } from '../measures/bulletin/desk.ts'
import type { Duties } from '../measures/duties/desk.ts'
import type { Warnings } from '../measures/early-warning/desk.ts'
import type { Enforcement } from '../measures/enforcement/desk.ts'
import type { Team } from '../measures/team/desk.ts'
import type { Cases } from './cases.ts'
import type { Chronicle } from './chronicle.ts'
import type { Hazards } from './hazards.ts'
import type { Lectures } from './lectures.ts'
import type { Policies } from './policies.ts'
import type { SayDays } from './say-days.ts'
import type { Spirit } from './spirit.ts'

/** What the measures keep: cases of any kind, and the few things that are better kept otherwise. */
export interface MeasureDesk {
  cases<T extends Case>(kind: CaseKind<T>): Cases<T>
  chronicle: Chronicle
  bulletin: Bulletin
  enforcement: Enforcement
  spirit: Spirit
  duties: Duties
  lectures: Lectures
  sayDays: SayDays
  team: Team
  policies: Policies
  alarms: Alarms
  hazards: Hazards
  warnings: Warnings
}
