import type { Kind } from '../domain/judgement.ts'
import type { Stage, Ticket } from '../domain/ticket.ts'

/** One day of the wall calendar, 2026-11-24. */
export interface DayTally {
  day: string
  opened: number
  done: number
}

export interface MonthTally {
  /** 2026-11. */
  month: string
  opened: number
  done: number
}

/** For which part of the tree, in which span [from, to), and for whose eyes: what is about the reader is left out of everything. */
export interface Scope {
  villages: readonly string[]
  from: Date
  to: Date
  reader: string
}

export interface Tally {
  village: string
  kind: Kind
  count: number
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
  village: string
  /** How often since the scope began. */
  count: number
}

/** A duty that several villages tell of. */
export interface Widespread {
  duty: string
  villages: number
}

/** What is so at this moment, whenever it came about. */
export interface Standing {
  /** In hand, or waiting for a day. */
  live: Tally[]
  overdue: Tally[]
  /** Of these, what was not yet late when the day began. */
  lateToday: Tally[]
  waiting: Tally[]
}

export interface StageTally {
  stage: Stage
  count: number
  overdue: number
  waiting: number
}

/** A live ticket that may need a leader: what that hangs on, and not a word of what was said. */
export interface ToDecide {
  ticket: Pick<
    Ticket,
    | 'id'
    | 'place'
    | 'village'
    | 'status'
    | 'stage'
    | 'sensitivity'
    | 'owner'
    | 'about'
    | 'supervisor'
    | 'acceptedAt'
    | 'respondBy'
    | 'completeBy'
    | 'extensionAsked'
  >
  /** Where it is talked over: how often it was, and who said so last. */
  talks: number
  lastTalkBy: string | null
}

/**
 * The figures of a report, one query each. A ticket that was merged, or was no matter, is never counted. `now` is for what is
 * so at this moment, whatever the span.
 */
export interface Figures {
  opened(scope: Scope): Promise<Tally[]>
  /** 办好: resolved in the span and not reopened since, whether or not the reporter has said a word. */
  done(scope: Scope): Promise<Tally[]>
  /** The days of the span on which something came in or was done, in order. */
  daily(scope: Scope): Promise<DayTally[]>
  /** The whole months of the span in which something came in or was done, in order. */
  monthly(scope: Scope): Promise<MonthTally[]>
  standing(scope: Scope, now: Date): Promise<Standing>
  overdue(scope: Scope, now: Date): Promise<Tally[]>
  mostOverdue(scope: Scope, now: Date, limit: number): Promise<Ticket[]>
  nextWaiting(scope: Scope, limit: number): Promise<Ticket[]>
  /** Each ticket once: when it was answered in time, or else when that time ran out. A rejection is an answer. */
  firstResponses(scope: Scope, now: Date): Promise<Rate>
  completions(scope: Scope): Promise<Rate>
  /** Of what closed in the span; 不满意 reopens, so that one is also counted from the history. */
  satisfaction(scope: Scope): Promise<Satisfaction>
  oldest(scope: Scope, limit: number): Promise<Ticket[]>
  /** What matters were about, without those whose very subject is nobody's to read. */
  topDuties(scope: Scope, limit: number): Promise<{ duty: string; count: number }[]>
  /** The same duty in the same village, told again since `since`; the span is a year from its first day on, or the beginning of one. */
  repeatedHere(scope: Scope, atLeast: number, since: Date): Promise<Repeated[]>
  repeatedAcross(scope: Scope, atLeast: number): Promise<Widespread[]>
  stages(scope: Scope, now: Date): Promise<StageTally[]>
  /** What was done in the span and may be spoken of before anybody: village matters that nobody asked to keep quiet, the last first. */
  doneInPublic(scope: Scope, limit: number): Promise<Ticket[]>
  /** When the first ticket of all was opened there; null where there is none. */
  firstRecord(scope: Scope): Promise<Date | null>
  /** The longest due first. */
  toDecide(scope: Scope, now: Date): Promise<ToDecide[]>
  /** The last reason or progress that somebody typed to each of these; of the others nothing. */
  lastReasons(tickets: readonly string[]): Promise<ReadonlyMap<string, string>>
}
