import type { Judgement } from '../domain/judgement.ts'
import type { Conversation } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'

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

/** Who may use the word at all; what they may do with a ticket is said by the table of moves. */
export type Audience = 'anyone' | 'cadre' | 'leader'

export interface Command {
  name: string
  /** Other words for the same, at the beginning or after a number: 弄好了, 搞定. */
  also: readonly string[]
  for: Audience
  /** What may follow the word without a space: 请假到周五, 清单低保. */
  glued?: RegExp
  /** `mine`: when nothing is named, the one live ticket in the speaker's hands; `asked`: the one that waits for the speaker's word. */
  ticket: 'none' | 'named' | 'mine' | 'reported' | 'asked'
  example: string
  help: string
  run(call: Call, args: Args): Promise<Reply[]>
}
