import type { ApiKey } from '../domain/api-key.ts'
import type { WebhookEvent } from '../domain/webhook.ts'

/** One telling in one process's hand. */
export interface ClaimedDelivery {
  town: string
  id: string
  ticket: string
  event: WebhookEvent
  at: Date
  /** This one counted. */
  attempts: number
  url: string
  /** What signs it. */
  secret: string
  webhook: string
  key: ApiKey
}

export type Delivered =
  | { state: 'sent'; code: number }
  | { state: 'waiting'; retryAt: Date; code: number | null; why: string }
  | { state: 'failed' | 'dropped'; code: number | null; why: string }

/** The telling loop's side of the database; safe for several instances. Instants are machine time. */
export interface Deliveries {
  /** The first unsettled telling of each matter to each listener, if it is due; nobody else has them for `holdMs`. */
  claim(limit: number, now: Date, holdMs: number): Promise<ClaimedDelivery[]>
  settle(delivery: Pick<ClaimedDelivery, 'town' | 'id'>, outcome: Delivered, now: Date): Promise<void>
  /** The other side says that it listens no more. */
  gone(delivery: Pick<ClaimedDelivery, 'town' | 'webhook'>, now: Date): Promise<void>
  /** Settled so long ago that nobody looks. */
  forget(before: Date): Promise<void>
}
