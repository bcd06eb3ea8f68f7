import type { Case, CaseKind } from '../domain/case.ts'
import type { ChainedEvent, KeptLine } from '../domain/history.ts'

/**
 * Histories of what is no ticket: a notice, a duty's limits, a petition, a measurement. Append-only and hash-chained like a
 * ticket's; `subject` names whose it is: `duty:V-LAMP`, `petition:<id>`. `what` is each measure's own past tense.
 */
export interface Chronicle {
  append(subject: string, events: readonly ChainedEvent[]): Promise<void>
  /** In order. */
  of(subject: string): Promise<KeptLine[]>
}

export interface CaseQuery<T extends Case> {
  statuses?: readonly T['status'][]
  villages?: readonly string[]
  ticket?: string
  /** Where somebody stands in the case: at one field, or in one that lists people. */
  whose?: { person: string; at: readonly string[]; listed?: true }
  /** Of these days, both included, in their order. */
  days?: { from: string; to: string }
  openedFrom?: Date
  openedTo?: Date
  endedFrom?: Date
  endedTo?: Date
  /** Those with a higher number, for the next page. */
  after?: number
  limit?: number
  newestFirst?: true
}

/** The cases of one measure: read by number, changed together with a line of their history. */
export interface Cases<T extends Case> {
  byNumber(number: number): Promise<T | null>
  /** In the order of their numbers, 200 at most unless said otherwise. */
  list(query: CaseQuery<T>): Promise<T[]>
  count(query: CaseQuery<T>): Promise<number>
  nextNumber(): Promise<number>
  /** `before` is null for a new one. @throws Conflict when its version moved on. Returns it with its new version. */
  write(before: T | null, after: T, events: readonly ChainedEvent[]): Promise<T>
  /** Leaves a line without a change: what was tried and refused. */
  note(id: string, event: ChainedEvent): Promise<void>
  history(id: string): Promise<KeptLine[]>
}

/** What the measures keep: cases of any kind, and what a wing keeps otherwise, which it adds here by itself. */
export interface MeasureDesk {
  cases<T extends Case>(kind: CaseKind<T>): Cases<T>
  chronicle: Chronicle
}
