import type { Bucket } from '../domain/bucket.ts'
import type { ChannelName } from '../domain/capability.ts'
import type { OutgoingPost } from './channel.ts'
import type { Speech } from './speech.ts'

export interface ClaimedPost {
  town: string
  channel: ChannelName
  attempts: number
  /** By the product's clock: after this it no longer helps. */
  expiresAt: Date | null
  /** Machine time. */
  writtenAt: Date
  post: OutgoingPost
}

/** What a delivery leaves behind. Instants are machine time but for `now`, the product's. */
export type Settled =
  | { state: 'sent' | 'confirm'; externalId: string | null }
  /** `counted`: whether this was one of the tries that are limited. */
  | { state: 'waiting'; retryAt: Date; why: string; counted: boolean; doubt?: true }
  | { state: 'failed' | 'unknown' | 'dropped'; why: string }
  /** Another way is tried; where there is none it has failed. */
  | { state: 'elsewhere'; why: string; gone: boolean }

/** The delivering loop's side of the database; safe for several instances. */
export interface Outbox {
  /** The first unsettled post of each conversation, if it is due on this channel; nobody else has them for `holdMs`. */
  claim(channel: ChannelName, limit: number, now: Date, holdMs: number): Promise<ClaimedPost[]>
  /** Posts of these channels whose process ended between call and settling wait again, in doubt. */
  requeueHeld(channels: readonly ChannelName[], now: Date): Promise<void>
  /** The other posts whose process ended so. */
  held(now: Date): Promise<{ town: string; id: string }[]>
  /** One transaction of one town; `now` is the product's clock. */
  within<T>(town: string, now: Date, run: (speech: Speech) => Promise<T>): Promise<T>
  /** One token of each bucket, or when to come again. */
  take(buckets: readonly Bucket[], now: Date): Promise<{ taken: true } | { waitUntil: Date }>
  /** The platform said "too many". */
  empty(buckets: readonly Bucket[], now: Date, seconds: number): Promise<void>
}
