import type { Assembly } from '../domain/assembly.ts'
import type { Case, CaseKind } from '../domain/case.ts'
import type { Disclosure } from '../domain/disclosure.ts'
import type { Handover } from '../domain/handover.ts'
import type { Measurement } from '../domain/measurement.ts'
import type { Mediation } from '../domain/mediation.ts'
import type { Petition } from '../domain/petition.ts'
import type { Alarms } from './alarms.ts'
import type { Bulletin } from './bulletin.ts'
import type { Cases } from './cases.ts'
import type { Chronicle } from './chronicle.ts'
import type { Duties } from './duties.ts'
import type { Enforcement } from './enforcement.ts'
import type { Hazards } from './hazards.ts'
import type { Lectures } from './lectures.ts'
import type { Policies } from './policies.ts'
import type { SayDays } from './say-days.ts'
import type { Spirit } from './spirit.ts'
import type { Team } from './team.ts'
import type { Warnings } from './warnings.ts'

/** What the measures keep: cases of any kind, and the few things that are better kept otherwise. */
export interface MeasureDesk {
  cases<T extends Case>(kind: CaseKind<T>): Cases<T>
  chronicle: Chronicle
  bulletin: Bulletin
  petitions: Cases<Petition>
  measurements: Cases<Measurement>
  mediations: Cases<Mediation>
  enforcement: Enforcement
  spirit: Spirit
  assemblies: Cases<Assembly>
  handovers: Cases<Handover>
  disclosures: Cases<Disclosure>
  duties: Duties
  lectures: Lectures
  sayDays: SayDays
  team: Team
  policies: Policies
  alarms: Alarms
  hazards: Hazards
  warnings: Warnings
}
