import type { ChainedEvent } from '../domain/history.ts'

/**
 * Histories of what is no ticket: a notice, a duty's limits, a petition, a measurement. Append-only and hash-chained like a
 * ticket's; `subject` names whose it is: `duty:V-LAMP`, `petition:<id>`. `what` is each measure's own past tense.
 */
export interface Chronicle {
  append(subject: string, events: readonly ChainedEvent[]): Promise<void>
  /** In order. */
  of(subject: string): Promise<(ChainedEvent & { n: number; hash: string })[]>
}
