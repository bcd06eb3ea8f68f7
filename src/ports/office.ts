import type { Calendar } from '../domain/calendar.ts'
import type { Person } from '../domain/people.ts'
import type { Roster } from '../domain/roster.ts'

/** Whoever is in at the office page, and the township as it is for them at this moment. */
export interface Viewer {
  person: Person
  roster: Roster
  /** By the product's clock. */
  now: Date
  calendar: Calendar
}

/** What orders ask of the office page. */
export interface OfficeDesk {
  /** A way in for one person that works once and leads to this path; null where this program has no address that a telephone reaches. */
  linkTo(personId: string, path: string): Promise<string | null>
  /** Ends all of a person's sessions and links; how many sessions that were. */
  closeOffice(personId: string): Promise<number>
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
