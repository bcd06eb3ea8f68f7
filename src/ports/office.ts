import type { Calendar } from '../domain/calendar.ts'
import type { KeptLine } from '../domain/history.ts'
import type { OrderName } from '../domain/order-name.ts'
import type { Person } from '../domain/people.ts'
import type { Roster } from '../domain/roster.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import type { AtDesk } from './desk.ts'
import type { IncomingMessage } from './store.ts'
import type { TrialWeek } from './trial-desk.ts'

/** Whoever is in at the office page, and the township as it is for them at this moment. */
export interface Viewer {
  person: Person
  roster: Roster
  /** By the product's clock. */
  now: Date
  calendar: Calendar
}

/** Links and sessions, as the page asks for them; everything by machine time. */
export interface OfficeDoor {
  /** Whose link it is, without using it up: whoever only looks at an address must not open it. */
  linkOf(token: string): Promise<{ name: string } | null>
  /** Uses the link up: a session begins. Null where it was used, is over, or never was. */
  enter(token: string): Promise<{ session: string; path: string } | null>
  /** Null where the session has ended, or its person holds no office any more. `watching`: a page that looks by itself keeps nothing open. */
  viewer(session: string, watching?: boolean): Promise<Viewer | null>
  leave(session: string): Promise<void>
}

/** One matter with everything that was said and done about it, whoever may see which part of it. */
export interface MatterOnRecord {
  ticket: Ticket
  followers: readonly string[]
  said: readonly SaidLine[]
  history: readonly (TicketEvent & KeptLine)[]
}

export interface SaidLine {
  at: Date
  person: string | null
  text: string
  photos: readonly { id: string; name: string }[]
}

/** What somebody does on a page, as it is said to the bot one-to-one. The same id is the same message. */
export interface Saying {
  id: string
  text: string
  /** The bot's message that it answers. */
  quote: string | null
  photos: IncomingMessage['photos']
}

/** What the bot said to it. */
export interface Answered {
  texts: readonly string[]
  /** Something was written by it: 撤销 takes it back. */
  done: boolean
}

/** What somebody may do with one matter just now. */
export interface RightsNow {
  orders: readonly OrderName[]
  /** They are to reach its reporter, and may read the telephone. */
  calls: boolean
}

/** What the pages ask and do, each for one viewer. */
export interface OfficeActs {
  matter(viewer: Viewer, label: string): Promise<MatterOnRecord | null>
  photo(viewer: Viewer, id: string): Promise<{ type: string; bytes: Uint8Array } | null>
  /** One for each of the matters. */
  rights(viewer: Viewer, tickets: readonly Ticket[]): Promise<RightsNow[]>
  /** What waits for a leader's word, the longest due first: the first of them in a sentence each, and all by their tickets' ids. */
  decisions(viewer: Viewer, most: number): Promise<{ first: { text: string; ticket: string }[]; tickets: string[] }>
  /** The quiet weeks of the groups that they answer for. */
  trials(viewer: Viewer): Promise<TrialWeek[]>
  say(viewer: Viewer, saying: Saying): Promise<Answered>
  /** What was answered to something they have said on a page; null where they have not. */
  answerTo(viewer: Viewer, id: string): Promise<Answered | null>
  /** At the desk of their town, at this moment. */
  look<T>(viewer: Viewer, run: AtDesk<T>): Promise<T>
  /** Changes with everything that is said or done in the town. */
  pulse(viewer: Viewer): Promise<string>
}
