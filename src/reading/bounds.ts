/** What a day must be like to be taken without a question. */
export interface Bounds {
  /** Calendar days from today. */
  farthest: number
  /** People come together on that very day: a stretch of time is none. */
  event?: true
}

/** Beyond this a day is asked back: most such days are a slip of the finger or of the year. */
export const SOON: Bounds = { farthest: 90 }
/** A day on which people meet. */
export const MEETING: Bounds = { ...SOON, event: true }
/** A court, an arbitration or a petition takes its time. */
export const WITHIN_A_YEAR: Bounds = { farthest: 366 }
/** What two families promise each other may be paid over years. */
export const OVER_YEARS: Bounds = { farthest: 3 * 366 }
/** The day itself is wanted, and what comes of it is judged by whoever asked. */
export const ANY_DAY: Bounds = { farthest: Number.POSITIVE_INFINITY }
