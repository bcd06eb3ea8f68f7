import type { Kind } from '../../domain/judgement.ts'

/** 本镇设定: from when on what comes again and again, or suddenly often, is shown to leaders. */
export const WARNING_RULES = {
  /** The nth time this year in one village, the last of them within so many days. */
  again: { times: 3, withinDays: 30 },
  /** Within so many days at least so many, and so many times what was usual over the weeks before. */
  burst: { days: 7, atLeast: 3, timesUsual: 3, usualWeeks: 12 },
  /** With fewer weeks on record than this nothing is usual yet; then so many are needed. */
  unknown: { weeks: 2, atLeast: 5 },
  /** The same in so many villages within so many days. */
  across: { villages: 3, days: 30 },
} as const

export interface Recurrence {
  duty: string
  village: string
  count: number
  /** How often in which 社, where that is known; the most first. */
  places: { place: string; count: number }[]
  /** The days on which it came, in order, 2026-11-24. */
  days: string[]
}

export interface Burst {
  /** A line of the duty list; or, of what is spoken of by its kind alone, the kind. */
  what: { duty: string } | { kind: Kind }
  village: string
  count: number
  /** How many there were in as many days before, on average; null where too little is on record. */
  usual: number | null
}

/** The average over the weeks that are on record, up to as many as the rule looks back. */
export function usualOf(before: number, weeksOnRecord: number): number | null {
  const { usualWeeks } = WARNING_RULES.burst
  if (weeksOnRecord < WARNING_RULES.unknown.weeks) return null
  return before / Math.min(usualWeeks, weeksOnRecord)
}

export const isBurst = (count: number, usual: number | null): boolean =>
  usual === null
    ? count >= WARNING_RULES.unknown.atLeast
    : count >= WARNING_RULES.burst.atLeast && count >= WARNING_RULES.burst.timesUsual * usual
