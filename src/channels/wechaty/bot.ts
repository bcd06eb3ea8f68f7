import type { SharedKind } from '../../domain/shared.ts'

/** What of Wechaty is used, so that the library and its fork both fit behind it. */

/** `types.Message` of both libraries. */
export const KINDS = { audio: 2, image: 6, text: 7, markdown: 19 } as const
/** A message taken back; its text names it. */
export const RECALL = 13

/** What is passed on instead of being said. */
export const SHARED_KINDS: Readonly<Record<number, SharedKind>> = {
  ...{ 1: '文件', 3: '名片', 4: '聊天记录', 8: '位置', 9: '小程序', 11: '转账', 12: '红包', 14: '链接', 15: '视频' },
}

export interface Somebody {
  id: string
  name: string
}

export interface Place {
  id: string
  /** Null where it has none, or it is not known yet. */
  topic(): Promise<string | null>
}

/** What needs no asking is there at once, so that order is not lost; the rest is asked for in the room's queue. */
export interface BotMessage {
  id: string
  kind: number
  text: string
  talker: Somebody
  /** Null one-to-one. */
  room: Place | null
  /** Our own word, come back. */
  self: boolean
  /** Null where the puppet does not know. */
  at: Date | null
  /** What the bot is called in this room, where it is @-ed. */
  calledHere(): Promise<string | null>
  /** Only where the puppet tells quotes apart from the text. */
  quoted(): Promise<{ id: string; text: string } | null>
  file(): Promise<Uint8Array<ArrayBuffer>>
}

/** What a bot tells. Nothing of it may throw: it would end the process. */
export interface Ears {
  scan(code: string): void
  login(self: Somebody): void
  logout(): void
  message(message: BotMessage): void
  joined(room: Place, people: readonly Somebody[]): void
  left(room: Place, people: readonly Somebody[]): void
  renamed(room: Place, topic: string): void
  /** Any sign that it lives. */
  sign(): void
  fault(fault: unknown): void
}

export interface Saying {
  to: 'group' | 'person'
  id: string
  text: string
  mentions: readonly string[]
  picture: { name: string; bytes: Uint8Array } | null
}

export interface Bot {
  start(): Promise<void>
  stop(): Promise<void>
  /** Asks for a sign. */
  ping(): void
  /** Resolves with the message's id where the puppet tells it, or null; 'nobody' where the place is not found, and nothing was said. */
  say(saying: Saying): Promise<{ id: string | null } | 'nobody'>
}

export type OpenBot = (ears: Ears) => Promise<Bot>
