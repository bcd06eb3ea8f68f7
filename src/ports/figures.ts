import type { Kind } from '../domain/judgement.ts'
import type { Ticket } from '../domain/ticket.ts'

/** For which part of the tree, in which span [from, to), and for whose eyes: what is about the reader is left out of everything. */
export interface Scope {
  villages: readonly string[]
  from: Date
  to: Date
  reader: string
}

export interface Rate {
  onTime: number
  all: number
}

export interface Satisfaction {
  good: number
  fair: number
  poor: number
  /** No answer: a value of its own. */
  none: number
}

export interface Repeated {
  duty: string
  /** Null where it is several villages that tell the same thing. */
  village: string | null
  count: number
}

/** The figures of a report, one indexed query each. A merged ticket is never counted as a matter of its own. */
export interface Figures {
  opened(scope: Scope): Promise<{ village: string; kind: Kind; count: number }[]>
  done(scope: Scope): Promise<{ kind: Kind; count: number }[]>
  overdue(scope: Scope, now: Date): Promise<Ticket[]>
  waiting(scope: Scope): Promise<Ticket[]>
  firstResponses(scope: Scope, now: Date): Promise<Rate>
  completions(scope: Scope): Promise<Rate>
  satisfaction(scope: Scope): Promise<Satisfaction>
  oldest(scope: Scope, limit: number): Promise<Ticket[]>
  repeatedHere(scope: Scope, atLeast: number): Promise<Repeated[]>
  repeatedAcross(scope: Scope, atLeast: number): Promise<Repeated[]>
  /** Live tickets that may need a decision: an extension asked of a leader, late, unowned, about a cadre, talked about twice. */
  toDecide(scope: Scope, now: Date): Promise<Ticket[]>
}
