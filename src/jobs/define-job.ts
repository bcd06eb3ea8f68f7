import type { Judgement } from '../domain/judgement.ts'
import type { Settings } from '../domain/settings.ts'
import type { Desk, DueWork } from '../ports/desk.ts'

export interface Services {
  judge(text: string): Judgement
}

/** A job is a name and a function; one with a schedule comes again each working day at that time. */
export interface Job {
  name: string
  schedule?: (settings: Settings) => string
  /** Runs inside the transaction that marks the work done, at the desk of that moment. Returns what became of it. */
  run(desk: Desk, work: DueWork, services: Services): Promise<string>
}
