import type { OrderName } from '../domain/order-name.ts'

/** What a day must be like for an order to take it without a question. */
export interface Bounds {
  /** Calendar days from today. */
  farthest: number
  /** People come together on that very day: a stretch of time is none. */
  event?: true
}

/** Beyond this a day is asked back: most such days are a slip of the finger or of the year. */
const FARTHEST = 90
const YEAR = 366

/** The orders whose days lie far off by nature, or are a day on which people meet. */
const BY_ORDER: Partial<Record<OrderName, Bounds>> = {
  // What two families promise each other may be paid over years.
  调解协议: { farthest: 3 * YEAR },
  // A court or an arbitration takes its time.
  移送: { farthest: YEAR },
  信访: { farthest: YEAR },
  讲堂: { farthest: FARTHEST, event: true },
  说事日: { farthest: FARTHEST, event: true },
  议事会: { farthest: FARTHEST, event: true },
}

export const boundsOf = (order: OrderName): Bounds => BY_ORDER[order] ?? { farthest: FARTHEST }
/** The day itself is wanted, and what comes of it is judged by whoever asked. */
export const ANY_DAY: Bounds = { farthest: Number.POSITIVE_INFINITY }
