import type { Bucket } from '../domain/bucket.ts'
import type { ChannelName } from '../domain/capability.ts'
import type { OutgoingPost } from './channel.ts'

/**
 * `waiting`: to be sent; `sending`: in one process's hand; `confirm`: a person has it and must tap or forward; `failed` and
 * `unknown`: for a person to decide, 重发 or 放弃; `dropped`: taken back or too late.
 */
export const POST_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'confirm', 'dropped'] as const
export type PostState = (typeof POST_STATES)[number]

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
  /** Posts whose process ended between call and settling: again where the platform drops repeats, else unknown. */
  rescue(now: Date): Promise<void>
  settle(
    post: Pick<ClaimedPost, 'town'> & { post: Pick<OutgoingPost, 'id'> },
    settled: Settled,
    moment: { now: Date; machine: Date },
  ): Promise<void>
  /** One token of each bucket, or when to come again. */
  take(buckets: readonly Bucket[], now: Date): Promise<{ taken: true } | { waitUntil: Date }>
  /** The platform said "too many". */
  empty(buckets: readonly Bucket[], now: Date, seconds: number): Promise<void>
}
