import type { Duty } from '../../domain/duty.ts'
import type { Scope } from '../../ports/figures.ts'
import type { DutyFigures } from './facts.ts'

declare module '../../ports/measure-desk.ts' {
  interface MeasureDesk {
    duties: Duties
  }
}

export interface Duties {
  /** Replaces a line; the roster's version rises with it. */
  set(duty: Duty): Promise<void>
  /** Of every line that saw anything in the scope, without what nobody but the file of a case may tell. */
  figures(scope: Scope): Promise<DutyFigures[]>
}
