import type { Span } from '../domain/span.ts'
import type { Ticket } from '../domain/ticket.ts'

export interface Hazard {
  ticket: Ticket
  by: string
  at: Date
}

/** Hidden dangers that cadres found. Each is a ticket, with its owner and its clocks; this remembers that it was found, not reported. */
export interface Hazards {
  add(ticketId: string, by: string): Promise<void>
  /** Not yet dealt with, the oldest first. */
  open(villages: readonly string[], limit: number): Promise<Hazard[]>
  within(span: Span): Promise<Hazard[]>
}
