import type { Settings } from '../domain/settings.ts'
import type { Desk, DueWork } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { Listener } from '../ports/language-model.ts'
import type { Budget } from '../ports/model-calls.ts'
import type { SecondReader } from '../ports/second-reader.ts'
import type { Trainer } from '../ports/trained-models.ts'

/** What is written when a slow call has come back. */
export type Then = (desk: Desk) => Promise<void>
export type SlowCall = () => Promise<Then>

export interface Services {
  judge: Judge
  /** A language model and how often it may be asked; null where none is configured. */
  model: { reader: SecondReader; budget: Budget } | null
  /** Who writes down what was spoken; null where nobody does. */
  listening: { listener: Listener; budget: Budget } | null
  /**
   * A slow call, made once the transaction of this job is committed and while none is held; what it returns is done in a
   * transaction of its own. If the process ends in between it is not made again. A moved clock does not stand still for what takes
   * minutes.
   */
  afterwards(call: SlowCall, how?: { takesMinutes: true }): void
  trainer: Trainer
}

/** A job is a name and a function; one with a schedule comes again each working day at that time or those, or every day. */
export interface Job {
  name: string
  schedule?: (settings: Settings) => string | readonly string[]
  everyDay?: true
  /** Runs inside the transaction that marks the work done, at the desk of that moment. Returns what became of it. */
  run(desk: Desk, work: DueWork, services: Services): Promise<string>
}
