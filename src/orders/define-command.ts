import type { Judgement } from '../domain/judgement.ts'
import type { Conversation, NoticeDraft } from '../domain/notice.ts'
import type { OrderName } from '../domain/order-name.ts'
import { CADRE_ROLES, type Person, type Role } from '../domain/people.ts'
import type { PoliceMatter } from '../domain/police-matter.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { Short } from '../reading/ticket-ref.ts'
import type { MoveName } from '../tickets/moves/index.ts'

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
  picture?: NonNullable<NoticeDraft['picture']>
  file?: NonNullable<NoticeDraft['file']>
}

export interface Services {
  /** What is this line, were it a report? */
  judge(text: string): Judgement
  /** Takes what was spoken for said, as if it had been typed. */
  hear(messageId: string, text: string): Promise<void>
  /** What is for the police from the first word on, or null. */
  policeMatter(text: string): PoliceMatter | null
  /** Ends what the speaker was just reporting, so that an order about it finds its ticket. */
  before(): Promise<void>
  /** Ends what others are just telling in this group, for the order is about that: the tickets that came of it. */
  hearOut(): Promise<Ticket[]>
}

export interface Call {
  desk: Desk
  spoken: Spoken
  services: Services
  /** The words without the bot's name, in plain characters. */
  text: string
  /** The bot was called by its name. */
  called: boolean
}

/** A call of which so much of the desk is used. */
export type CallOf<K extends keyof Desk> = Omit<Call, 'desk'> & { desk: Pick<Desk, K> }

/** What an order about a ticket is given: the ticket as it is now, and what was said besides. */
export interface OfTicket {
  ticket: Ticket
  rest: string
}

/** What of the surroundings decides whether words are an order. */
export interface Scene {
  person: Person
  inGroup: boolean
  quoting: boolean
  /** What is quoted is in the speaker's own hands. */
  quotingOwn: boolean
  /** The bot was called by its name. */
  called: boolean
  shorts: readonly Short[]
  /** Whether the words begin with a cadre's name. */
  namesCadre(words: string): boolean
  /** How much of the words, from the first on, is a cadre's name. */
  cadreAt(words: string): number
  /** Whether the words name a line of the duty list. */
  namesDuty(words: string): boolean
}

/** It is plain that the bot is spoken to: it is called, something of its own is quoted, or nobody else is there. */
export const isAddressed = (scene: Scene): boolean => scene.called || scene.quoting || !scene.inGroup

/** Who may use the word at all; what they may do with a ticket is said by the table of moves. */
export type Audience = 'anyone' | readonly Role[]

export const CADRES: Audience = CADRE_ROLES
/** Those who hand out work and keep the roster. */
export const STEWARDS: Audience = ['clerk', 'secretary', 'duty', 'leader']
export const LEADERS: Audience = ['leader']
/** 村务监督: they read, and say what they think. */
export const OVERSIGHT: Audience = ['supervisor']
export const READERS: Audience = [...CADRE_ROLES, 'supervisor']

export const isFor = (audience: Audience, person: Person): boolean =>
  audience === 'anyone' || person.roles.some((r) => audience.includes(r.role))

/**
 * What a line of natural words does that means an order: it tells what was done, wishes something done with a matter or with oneself, lets go of
 * a matter, answers what was just asked or done, or looks at what stands, which changes nothing.
 */
export type Sort = 'tells' | 'wishes' | 'lets-go' | 'answers' | 'looks'

interface Base {
  name: OrderName
  /** Absent: only its own words mean it. */
  sort?: Sort
  /** What of the words it is told in is part of it: all of them, whom they name, or that and the days. */
  keeps?: 'words' | 'who' | 'when-and-who'
  /** Other words for the same, beside those of its intents.txt. */
  also?: readonly string[]
  /** A day or a span may stand right behind the word: 推迟到12月10日. */
  takesDay?: true
  /** What else may stand right behind it without a gap: 改成邻里事. */
  takes?: RegExp
  for: Audience
  /** Whether these words may follow when no number does; `apart` tells that a gap set them off. Absent: any statement set apart. */
  fits?(words: string, scene: Scene, apart: boolean): boolean
  /** Never an order without a ticket: 同意 by itself answers a question or is talk. */
  onlyWithTicket?: true
  /** People say these words to each other as well: alone they are an order only where it is plain that the bot is spoken to. */
  alsoTalk?: true
  /** Left out of the help: only another way to come to a command that is in it. */
  unlisted?: true
  /** Told in the help as one line with the others of its topic; 帮助 and the topic tells them all. */
  topic?: string
  /** What it does to a ticket; the help names it while there is a ticket with which this person may do it. */
  move?: MoveName
  /** Whether it would do anything just now, for the help, where that is not told by `move`. */
  now?(call: Call): Promise<boolean>
  example: string
  help: string
}

/** An order about nothing in particular. */
export interface PlainOrder extends Base {
  ticket: 'none'
  run(call: Call, said: { rest: string }): Promise<Reply[]>
}
/** A number may follow. */
interface PerhapsOfTicket extends Base {
  ticket: 'optional'
  run(call: Call, said: { ticket: Ticket | null; rest: string }): Promise<Reply[]>
}
/**
 * `numbered`: a number must follow; `named`: the same, or something is quoted; `mine`: when nothing is named, the one live ticket in the speaker's
 * hands; `reported`: the speaker's own report; `withdrawn`: one that the speaker took back; `asked`: the one that waits for the
 * speaker's word.
 */
interface AboutTicket extends Base {
  ticket: 'numbered' | 'named' | 'mine' | 'reported' | 'withdrawn' | 'asked'
  run(call: Call, said: OfTicket): Promise<Reply[]>
}
export type Command = PlainOrder | PerhapsOfTicket | AboutTicket
