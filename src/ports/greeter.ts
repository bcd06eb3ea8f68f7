import type { ChannelName } from '../domain/capability.ts'

/** Somebody as a channel knows them, outside of any group. */
export interface Caller {
  channel: ChannelName
  externalId: string
}

/** What a channel may say or settle by itself, without a word of anybody's to answer. */
export interface Greeter {
  /** One-to-one, in answer to something that was not words. The same key says it once. */
  say(to: Caller, words: { key: string; text: string }): Promise<void>
  /** The village that a QR code names, as it is written in the roster; null where it names none. */
  villageOf(scene: string): Promise<string | null>
  /** Whoever came by this code and stands on no roster belongs to its village from now on. */
  settle(caller: Caller, scene: string): Promise<void>
  /** To the duty cadre of the town, once for each key. */
  alarm(words: { key: string; text: string }): Promise<void>
}
