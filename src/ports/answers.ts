import type { ChannelName } from '../domain/capability.ts'

/** Where the answer to one message may be put, once: a callback's request id, or an address of its own. */
export interface Answers {
  keep(answer: { channel: ChannelName; message: string; place: string; handle: string; until: Date }): Promise<void>
  /**
   * The way to answer this message, or without one the last word of the place. It is used up by taking it, for what was sent
   * and not acknowledged may have arrived.
   */
  take(channel: ChannelName, to: { message: string | null; place: string }, now: Date): Promise<string | null>
}
