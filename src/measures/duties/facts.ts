import type { Duty } from '../../domain/duty.ts'

/** What one line of the duty list saw in a span; about the line, never about a person. */
export interface DutyFigures {
  duty: string
  opened: number
  done: number
  onTime: number
  good: number
  fair: number
  poor: number
  none: number
}

/** 本镇设定: with fewer done than this, nothing can be said; with no more than this share on time, a limit is too short or help is missing. */
const ENOUGH_DONE = 3
const SHARE_ON_TIME = 1 / 3

export const isAlwaysLate = (f: DutyFigures): boolean => f.done >= ENOUGH_DONE && f.onTime <= f.done * SHARE_ON_TIME

export const emptyFigures = (duty: string): DutyFigures => ({ duty, opened: 0, done: 0, onTime: 0, good: 0, fair: 0, poor: 0, none: 0 })

/** What 改清单 can change. */
export const DUTY_FIELDS = [
  ...(['owner', 'coOwners', 'respond', 'complete', 'mode', 'evidence', 'deliberate'] as const),
  ...(['procedure', 'papers', 'where', 'basis', 'words'] as const),
] as const
export type DutyField = (typeof DUTY_FIELDS)[number]

/** The fields in which two versions of a line differ. */
export const changedFields = (before: Duty, after: Duty): DutyField[] =>
  DUTY_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
