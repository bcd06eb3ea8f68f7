import type { ApiKey, ApiRight } from '../domain/api-key.ts'
import type { DeliveryState, WebhookEvent } from '../domain/webhook.ts'

export interface Webhook {
  id: string
  key: string
  url: string
  events: readonly WebhookEvent[]
  stoppedAt: Date | null
}

/** One telling of one change, as the operator sees it. */
export interface DeliveryReport {
  id: string
  /** For whom. */
  name: string
  url: string
  event: WebhookEvent
  /** 坪07; null where the matter is gone. */
  label: string | null
  state: DeliveryState
  attempts: number
  code: number | null
  why: string | null
  at: Date
  retryAt: Date
  sentAt: Date | null
}

export interface NewKey {
  name: string
  rights: readonly ApiRight[]
  villages: readonly string[]
  perMinute: number
}

export interface NewWebhook {
  key: string
  url: string
  events: readonly WebhookEvent[]
}

/** What the operator does with keys, and with whom they have told. Instants are machine time. */
export interface ApiKeys {
  list(town: string): Promise<ApiKey[]>
  /** Answers the key itself, which is kept nowhere. */
  make(town: string, key: NewKey, at: Date): Promise<string>
  /** Also ends what is told to it. */
  revoke(town: string, id: string, at: Date): Promise<boolean>
  webhooks(town: string): Promise<Webhook[]>
  /** Answers the secret that signs; null where there is no such key. */
  subscribe(town: string, webhook: NewWebhook, at: Date): Promise<string | null>
  stop(town: string, webhookId: string, at: Date): Promise<boolean>
  /** The newest first; all of them, or those in one state. */
  deliveries(town: string, limit: number, state?: DeliveryState): Promise<DeliveryReport[]>
  /** How many are in each state. */
  deliveryCounts(town: string): Promise<Partial<Record<DeliveryState, number>>>
  /** Told again now, whatever became of it. */
  resend(town: string, deliveryId: string, at: Date): Promise<boolean>
  villages(town: string): Promise<{ id: string; name: string }[]>
}

/** What the door asks of a key that somebody brings. */
export interface KeyRing {
  /** The key of this hash, unless it was revoked. */
  find(hash: string): Promise<ApiKey | null>
  used(key: ApiKey, at: Date): Promise<void>
}
