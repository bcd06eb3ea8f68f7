import type { MonthFigure } from './facts.ts'

/** Monthly figures of police, traffic and market supervision. A correction is added to what it corrects; the latest counts. */
export interface Enforcement {
  record(figures: readonly MonthFigure[], by: string | null): Promise<void>
  /** As they were last told, of the months from the one to the other, 2026-11, both included. */
  between(first: string, last: string): Promise<MonthFigure[]>
}
