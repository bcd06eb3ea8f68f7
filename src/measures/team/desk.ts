import type { Staff, TeamRecord } from '../../domain/team.ts'

declare module '../../ports/measure-desk.ts' {
  interface MeasureDesk {
    team: Team
  }
}

export interface Team {
  /** Writes a line of the register; the roster's version rises with it. */
  setStaff(staff: Staff): Promise<void>
  /** Answers which of them were new. */
  addRecords(records: readonly TeamRecord[], by: string): Promise<TeamRecord[]>
  /** Newest first. */
  recordsOf(personId: string, limit: number): Promise<TeamRecord[]>
  /** How many somebody typed. */
  countBy(personId: string): Promise<number>
  between(fromDay: string, toDay: string): Promise<TeamRecord[]>
}
