import type { Capability, ChannelName } from '../domain/capability.ts'
import type { Sender } from './identities.ts'
import type { IncomingMessage, Mark } from './store.ts'

/** A message as a channel tells it, in the channel's own ids. */
export interface ChannelMessage {
  channel: ChannelName
  id: string
  sender: Omit<Sender, 'channel'>
  /** Null one-to-one. `can` where it differs from what groups of this channel can. */
  group: { externalId: string; name: string | null; can?: Capability } | null
  text: string
  /** What it quotes: by id, by its words, or both. */
  quote: { externalId?: string; text?: string } | null
  photos: IncomingMessage['photos']
  /** Spoken instead of typed; the inbox has it written down and shown back, or asks to type. */
  voice?: NonNullable<IncomingMessage['voice']>
  /** By machine time, where the channel knows it and was not told at once. */
  saidAt?: Date
  /** Said so long ago that nothing is done about it; it is kept, and told to the duty cadre. */
  isLate?: true
  /** Pictures that the platform keeps, by its names of them; their bytes come once they are needed. */
  wanted?: readonly string[]
}

/** What happened in a group without a word. */
export type ChannelEvent = { channel: ChannelName; group: { externalId: string; name: string | null } } & (
  | { what: 'joined' | 'left'; people: readonly Omit<Sender, 'channel'>[] }
  | { what: 'renamed'; name: string }
  | { what: 'dismissed'; why: string }
  /** Told of by the platform, with the channel's id of whoever owns it. */
  | { what: 'seen'; owner: string }
)

/** A message that its sender has taken back, by the channel's id of it. */
export interface Recall {
  channel: ChannelName
  id: string
}

/** A time in which a channel heard nothing; machine time. */
export interface Outage {
  channel: ChannelName
  from: Date
  /** Null: it lasts. */
  to: Date | null
  why: string
}

export interface Hearing {
  /** Resolves when it is durable, or known to be none of ours; rejects when it is neither, so that the platform repeats it. */
  hear(message: ChannelMessage): Promise<'received' | 'not-ours'>
  /** Whether somebody agreed that this group is heard; of one that is not yet known its id is noted, and nothing else. */
  listensTo(channel: ChannelName, externalId: string): Promise<boolean>
  /** All of it or none, in this order, together with how far was read. What no group has agreed to is left out. */
  hearAll(messages: readonly ChannelMessage[], mark: Mark): Promise<void>
  happened(event: ChannelEvent): Promise<void>
  recalled(recall: Recall): Promise<void>
  /** `missed`: what came too late to be acted on, for the duty cadre to read. What was heard all the same is left out. */
  outage(outage: Outage, missed: readonly { message: ChannelMessage; at: Date }[]): Promise<void>
  /** What was said meanwhile is kept, and is read after the outage by the duty cadre. */
  caughtUp(outage: Outage & { to: Date }): Promise<void>
}
