const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
const EIGHT_HOURS_MS = 8 * HOUR_MS

export interface Span {
  from: Date
  to: Date
}

const midnight = (at: Date): number => Math.floor((at.getTime() + EIGHT_HOURS_MS) / DAY_MS) * DAY_MS - EIGHT_HOURS_MS

export const dayOf = (at: Date): Span => ({ from: new Date(midnight(at)), to: new Date(midnight(at) + DAY_MS) })

/** From Monday. */
export function weekOf(at: Date): Span {
  const weekday = (new Date(at.getTime() + EIGHT_HOURS_MS).getUTCDay() + 6) % 7
  const from = midnight(at) - weekday * DAY_MS
  return { from: new Date(from), to: new Date(from + 7 * DAY_MS) }
}

const first = (year: number, month: number): Date => new Date(Date.UTC(year, month - 1, 1) - EIGHT_HOURS_MS)

export const monthName = (at: Date): string => new Date(at.getTime() + EIGHT_HOURS_MS).toISOString().slice(0, 7)

/** A month written 2026-11. */
export function monthOf(month: string): Span {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  return { from: first(year, number), to: first(year, number + 1) }
}

export const yearOf = (at: Date): Span => {
  const year = Number(monthName(at).slice(0, 4))
  return { from: first(year, 1), to: first(year + 1, 1) }
}

export const lastYear = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

export const daysSince = (then: Date, now: Date): number => Math.floor((midnight(now) - midnight(then)) / DAY_MS)

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS)
