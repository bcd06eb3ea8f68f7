/** Spans of time in milliseconds, and what lies so far off. A day is 24 hours: there is no summer time here. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
export const earlier = (at: Date, ms: number): Date => new Date(at.getTime() - ms)
