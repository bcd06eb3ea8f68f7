import type { Picture } from './picture.ts'

/** g:<group id>, or p:<person id> for the private chat of that person with the bot. */
export type Conversation = `g:${string}` | `p:${string}`

export const toGroup = (id: string): Conversation => `g:${id}`
export const toPerson = (id: string): Conversation => `p:${id}`
export const groupIn = (c: string): string | null => (c.startsWith('g:') ? c.slice(2) : null)
export const personIn = (c: string): string | null => (c.startsWith('p:') ? c.slice(2) : null)

/** @throws where the text names none. */
export function conversationIn(text: string): Conversation {
  const [group, person] = [groupIn(text), personIn(text)]
  if (group !== null) return toGroup(group)
  if (person !== null) return toPerson(person)
  throw new Error(`no conversation: ${text}`)
}

/** Something to be said, written with the change that causes it and delivered afterwards. */
export interface NoticeDraft {
  /** Unique in the town; a second one with the same key cannot be written. */
  key: string
  to: Conversation
  ticket: string | null
  occasion: string
  text: string
  /** Passes quiet hours, silence and the budget of posts. */
  urgent?: boolean
  /** Answers somebody who just spoke to the bot, so it passes quiet hours. */
  answer?: boolean
  /** The message it quotes. */
  quote?: string
  /** The form it takes when several posts of a group become one: 坪07 路灯. */
  brief?: string
  /** What 撤销 says to whoever read it, where that is not the usual word. */
  undone?: string
  /** After this moment it no longer helps. */
  expiresAt?: Date
  /** People to be @-ed where the channel can. */
  mention?: readonly string[]
  /** Where it goes when the group has heard enough or is to be left in peace: an answer is for one person. */
  aside?: Conversation
  /** Goes with the words. */
  picture?: { name: string; tells: Picture }
}

/** `claimed`: said, and on its way through a channel. */
export const NOTICE_STATES = ['due', 'claimed', 'sent', 'suppressed', 'failed'] as const
