import type { Judgement } from '../domain/judgement.ts'
import type { Conversation } from '../domain/notice.ts'
import { CADRE_ROLES, type Person, type Role } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { Short } from '../spoken/ticket-ref.ts'

export interface Spoken {
  person: Person
  conversation: Conversation
  messageId: string
  text: string
  /** The tickets of the quoted post; a merged post has several. */
  quotedTickets: Ticket[]
  quote: string | null
  photos: { id: string; name: string }[]
}

export interface Reply {
  text: string
  /** One-to-one, or a quiet line in the group the order was typed in. */
  where: 'private' | 'group'
  ticket?: string
  brief?: string
}

export interface Services {
  judge(text: string): Judgement
  /** Ends what the speaker was just reporting, so that an order about it finds its ticket. */
  before(): Promise<void>
}

export interface Call {
  desk: Desk
  spoken: Spoken
  services: Services
  /** The words without the bot's name, in plain characters. */
  text: string
}

export interface Args {
  /** Present where the command asks for one. */
  ticket: Ticket | null
  rest: string
}

/** What of the surroundings decides whether words are an order. */
export interface Scene {
  person: Person
  inGroup: boolean
  quoting: boolean
  /** What is quoted is in the speaker's own hands. */
  quotingOwn: boolean
  shorts: readonly Short[]
  /** Whether the words begin with a cadre's name. */
  namesCadre(words: string): boolean
  /** Whether the words name a line of the duty list. */
  namesDuty(words: string): boolean
}

/** It is plain that the bot is spoken to: something of its own is quoted, or nobody else is there. */
export const isAddressed = (scene: Scene): boolean => scene.quoting || !scene.inGroup

/** Who may use the word at all; what they may do with a ticket is said by the table of moves. */
export type Audience = 'anyone' | readonly Role[]

export const CADRES: Audience = CADRE_ROLES
/** Those who hand out work and keep the roster. */
export const STEWARDS: Audience = ['clerk', 'secretary', 'duty', 'leader']
export const LEADERS: Audience = ['leader']
export const READERS: Audience = [...CADRE_ROLES, 'supervisor']

export const isFor = (audience: Audience, person: Person): boolean =>
  audience === 'anyone' || person.roles.some((r) => audience.includes(r.role))

export interface Command {
  name: string
  /** Other words for the same, at the beginning or after a number: 弄好了, 搞定. */
  also: readonly string[]
  for: Audience
  /**
   * `optional`: a number may follow; `named`: one must, or something is quoted; `mine`: when nothing is named, the one live
   * ticket in the speaker's hands; `reported`: the speaker's own report; `asked`: the one that waits for the speaker's word.
   */
  ticket: 'none' | 'optional' | 'named' | 'mine' | 'reported' | 'asked'
  /** Whether these words may follow when no number does; `apart` tells that a gap set them off. Absent: any statement set apart. */
  fits?(words: string, scene: Scene, apart: boolean): boolean
  /** Never an order without a ticket: 同意 by itself answers a question or is talk. */
  onlyWithTicket?: true
  /** Left out of the help: only another way to come to a command that is in it. */
  unlisted?: true
  /** Whether it would do anything just now, for the help. */
  now?(call: Call): Promise<boolean>
  example: string
  help: string
  run(call: Call, args: Args): Promise<Reply[]>
}
