import type { WantedFile } from './file-wanted.ts'
import type { Picture } from './picture.ts'
import { AUDIENCES, type Audience } from './workflow.ts'

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

/** Because of what something is said; `<move>:<audience>` for a move told to one audience, as resolve:reporter. */
const OCCASIONS = [
  // Of a ticket.
  ...(['opened', 'receipt', 'new-work', 'new-co-work', 'call', 'overdue', 'closed', 'followed', 'added', 'added-answer'] as const),
  ...(['amended', 'split-off', 'undone', 'all-clear', 'second:danger', 'second:grave', 'second:no-matter', 'second:public'] as const),
  // Answers and questions to one person.
  ...(['reply', 'hello', 'greeting', 'list', 'ask-which', 'ask-clerk', 'photo-words', 'voice', 'look', 'look-heard', 'approval'] as const),
  ...(['say-it', 'is-it', 'clerk-list'] as const),
  ...([
    'duplicate',
    'reporter-asks',
    'person-wanted',
    'town-asked',
    'from-report',
    'by-mouth',
    'to-post',
    'bind',
    'bound',
    'trial',
  ] as const),
  // The day, and what went wrong.
  ...(['morning', 'digest', 'leave', 'deputy', 'handed-over', 'gap', 'lost', 'outage', 'stuck', 'unread'] as const),
  // The day's one collected post of a group.
  'bulletin',
] as const
type OfHouse = (typeof OCCASIONS)[number] | `${string}:${Audience}`

/** The occasions of the measures; each names its own. */
// biome-ignore lint/suspicious/noEmptyInterface: the wings fill it
export interface MeasureOccasions {}
export type Occasion = OfHouse | keyof MeasureOccasions
/** As a row is read: no two measures are told apart by whoever says it, nor what another edition called otherwise. */
export type KnownOccasion = OfHouse | 'other'

const AFTER_COLON: ReadonlySet<string> = new Set(AUDIENCES)
const NAMED: ReadonlySet<string> = new Set(OCCASIONS)
const isOfHouse = (text: string): text is OfHouse => NAMED.has(text) || AFTER_COLON.has(text.split(':')[1] ?? '')
export const occasionIn = (text: string): KnownOccasion => (isOfHouse(text) ? text : 'other')

/** Something to be said, written with the change that causes it and delivered afterwards. */
export interface NoticeDraft {
  /** Unique in the town; a second one with the same key cannot be written. */
  key: string
  to: Conversation
  ticket: string | null
  occasion: Occasion
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
  /** The same; where the channel carries no files, the link leads to it. */
  file?: WantedFile & { link: string | null }
  /** The message from the office page that it answers: read there, and sent nowhere. */
  onPage?: string
}

/** `claimed`: said, and on its way through a channel. */
export const NOTICE_STATES = ['due', 'claimed', 'sent', 'suppressed', 'failed'] as const
