import type { Kind } from '../../domain/judgement.ts'
import type { Scope } from '../../ports/figures.ts'
import type { Recurrence } from './facts.ts'

declare module '../../ports/measure-desk.ts' {
  interface MeasureDesk {
    warnings: Warnings
  }
}

/** What the early warning counts, one query each; what is about the reader is left out, and what is private has no duty. */
export interface Warnings {
  /** In the scope's span at least so often, the last since then. */
  again(scope: Scope, times: number, since: Date): Promise<Recurrence[]>
  /** What came in since `recent`, beside what came in earlier in the span. */
  counts(
    scope: Scope,
    recent: Date,
    atLeast: number,
  ): Promise<{ duty: string | null; kind: Kind; village: string; recent: number; before: number }[]>
  across(scope: Scope, villages: number): Promise<{ duty: string; villages: string[] }[]>
}
