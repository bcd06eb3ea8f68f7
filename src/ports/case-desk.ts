import type { EventName, TicketEvent } from '../domain/ticket.ts'
import type { Heard } from './reports.ts'

/** What a paper about matters asks, beside the matters themselves: of one in full, or of many at once. */
export interface CaseDesk {
  /** The messages a ticket was told in, in order. */
  wordsOf(ticketId: string): Promise<Heard[]>
  photo(id: string): Promise<{ type: string; bytes: Uint8Array } | null>
  /** How many follow each of these tickets; none is left out. */
  followerCounts(ticketIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The last line of this kind in the history of each that has one. */
  lastEvents(ticketIds: readonly string[], what: EventName): Promise<ReadonlyMap<string, TicketEvent>>
}
