import type { Judgement } from '../domain/judgement.ts'

/** How often a model may be asked, by the product's day. */
export interface Budget {
  perDay: number
  perPerson: number
}

export type Begun = 'begun' | 'asked before' | 'over the budget of the day' | 'over the budget of the person'

/** The record of what a language model was asked, and what became of each. */
export interface ModelCalls {
  /** Counts the call against both budgets in the same breath as it is recorded; a refused one is recorded as well. */
  beginCall(call: { id: string; person: string; asked: string }, budget: Budget): Promise<Begun>
  /** Whether the call has neither been answered nor given up. */
  callWaits(id: string): Promise<boolean>
  endCall(id: string, outcome: string, judgement?: Judgement): Promise<void>
}
