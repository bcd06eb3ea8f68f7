import type { Bucket } from '../domain/bucket.ts'
import type { ChannelName } from '../domain/capability.ts'
import type { MadeFile } from '../domain/file-wanted.ts'
import type { Hearing } from './hearing.ts'

/** One platform message: a text that fits, a picture, or a file. */
export interface OutgoingPost {
  /** The same for every attempt, at most 32 of [0-9a-z]: for platforms that drop a repeated message. */
  id: string
  to: 'group' | 'person'
  /** The channel's id of the group or person. */
  externalId: string
  /** What opens the way where a group has a key of its own (robot webhook); never logged. */
  secret: string | null
  text: string
  picture: { name: string; type: string; bytes: Uint8Array } | null
  /** Only where the channel carries files. */
  file: MadeFile | null
  /** The channel's ids of people to be @-ed; empty where it cannot. */
  mentions: readonly string[]
  /** The channel's id of the message it answers, where that is known. */
  quote: string | null
  /** The channel's id of whoever must tap, where somebody must. */
  by: string | null
  /** What the group's own record says of its rate; null one-to-one. */
  perMinute: number | null
}

/**
 * What became of it. `retry`: try again (`short`: a few times, the platform is busy; `long`: for a day, the network is away), for
 * it is surely not posted, or, with `doubt`, may have been where the platform drops repeats; `wait`: the platform says too many; `elsewhere`: this way is
 * closed for this person just now, another may be open; `handed`: it waits for a person's tap; `refused`: nothing will get
 * through this channel until an operator acts; `unknown`: it may have been posted, so it is never repeated blindly.
 */
export type SayOutcome =
  | { outcome: 'sent'; externalId: string | null }
  | { outcome: 'handed'; externalId: string | null }
  | { outcome: 'retry'; patience: 'short' | 'long'; doubt?: true; why: string }
  | { outcome: 'wait'; seconds: number; why: string }
  | { outcome: 'elsewhere'; why: string }
  | { outcome: 'recipient-gone'; why: string }
  | { outcome: 'group-gone'; why: string }
  | { outcome: 'content-fault'; why: string }
  | { outcome: 'refused'; why: string }
  | { outcome: 'unknown'; why: string }

/** One way of speaking. What may well happen is an outcome; only our own mistakes are thrown. */
export interface Channel {
  name: ChannelName
  /** How many calls may be under way at once. */
  sideBySide: number
  /** Every bucket the post takes one token from. */
  buckets(post: Pick<OutgoingPost, 'to' | 'externalId' | 'perMinute'>): readonly Bucket[]
  say(post: OutgoingPost): Promise<SayOutcome>
}

/** A platform as it is started and stopped: its ways of speaking, and whatever listens. */
export interface Connection {
  channels: readonly Channel[]
  /** Begins to listen. What fails later is its own to mend and to tell the log. */
  start(hearing: Hearing): Promise<void>
  close(): Promise<void>
}
