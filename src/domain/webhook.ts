import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './durations.ts'
import { isLive, type Ticket } from './ticket.ts'

/** What of a matter is told to programs: it was opened, reached another stage, ended, came back, got another date. */
export const WEBHOOK_EVENTS = ['opened', 'moved', 'closed', 'reopened', 'extended'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** `dropped`: it is nothing any more that the key may see, or nobody listens. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Said to be done is not ended: the reporter's word is still to come. */
export const isEnded = (t: Pick<Ticket, 'status'>): boolean => !isLive(t) && t.status !== 'resolved'

/** What the step from one version of a matter to the next is to those who are told. */
export function changesOf(before: Ticket | null, after: Ticket): WebhookEvent[] {
  if (before === null) return ['opened']
  const ended = isEnded(after)
  if (ended !== isEnded(before)) return [ended ? 'closed' : 'reopened']
  // Not fixed after all: it was said to be done.
  if (before.status === 'resolved' && isLive(after)) return ['reopened']
  const extended = after.extensions > before.extensions && after.completeBy > before.completeBy
  return [...(before.stage !== after.stage ? (['moved'] as const) : []), ...(extended ? (['extended'] as const) : [])]
}

const WAITS_MS = [
  ...[5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS],
  ...[HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, DAY_MS],
]

/** How long after so many tries the next one comes; null when it is given up, after some two days. */
export const waitAfter = (attempts: number): number | null => WAITS_MS[attempts - 1] ?? null
