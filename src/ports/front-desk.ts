import type { ChannelName } from '../domain/capability.ts'

/** Words alone, that somebody says to the bot alone. */
export interface SaidAlone {
  town: string
  channel: ChannelName
  /** What the channel calls them. */
  from: string
  /** The channel's own id: the same id is the same message. */
  id: string
  text: string
  /** By the product's clock, both. */
  at: Date
  saidAt: Date
}

/** The short way of what comes most often. */
export interface FrontDesk {
  /**
   * Writes down what is said by people who are known, in its order; durable when it returns. What was left, for whoever looks at it
   * more closely: said by somebody unknown, or perhaps told by another ear already.
   */
  take(said: readonly SaidAlone[], machine: Date): Promise<ReadonlySet<SaidAlone>>
}
