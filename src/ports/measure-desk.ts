import type { Case, CaseKind } from '../domain/case.ts'
import type { AlarmAnswers } from '../measures/alarm/desk.ts'
import type { Bulletin } from '../measures/bulletin/desk.ts'
import type { Duties } from '../measures/duties/desk.ts'
import type { Warnings } from '../measures/early-warning/desk.ts'
import type { Team } from '../measures/team/desk.ts'
import type { Cases } from './cases.ts'
import type { Chronicle } from './chronicle.ts'

/** What the measures keep: cases of any kind, and the few things that are better kept otherwise. */
export interface MeasureDesk {
  cases<T extends Case>(kind: CaseKind<T>): Cases<T>
  chronicle: Chronicle
  bulletin: Bulletin
  duties: Duties
  team: Team
  alarmAnswers: AlarmAnswers
  warnings: Warnings
}
