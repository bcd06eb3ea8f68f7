import { nextDayAt, nextWorkdayAt } from '../domain/calendar.ts'
import type { Settings } from '../domain/settings.ts'
import type { AtDesk, Desk } from '../ports/desk.ts'
import { type DueWork, doing, type JobName, readWork } from '../ports/due-work.ts'
import type { Judge } from '../ports/judge.ts'
import type { Listener } from '../ports/language-model.ts'
import type { Budget } from '../ports/model-calls.ts'
import type { SecondReader } from '../ports/second-reader.ts'
import type { Trainer } from '../ports/trained-models.ts'

/** What is written when a slow call has come back. */
export type Then = AtDesk<void>
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

interface JobOf<J extends JobName> {
  name: J
  schedule?: (settings: Settings) => string | readonly string[]
  everyDay?: true
  /** Runs inside the transaction that marks the work done, at the desk of that moment. Returns what became of it. */
  run(desk: Desk, work: DueWork<J>, services: Services): Promise<string>
}

/** A job is a name and a function; one with a schedule comes again each working day at that time or those, or every day. */
export interface Job extends Omit<JobOf<JobName>, 'run'> {
  run: AtDesk<string, [DueWork, Services]>
}

/** A job knows its own work: what it is handed has the shape of its name (src/ports/due-work.ts). */
export const defineJob = <J extends JobName>({ run, ...job }: JobOf<J>): Job & { name: J } => ({
  ...job,
  run: doing(job.name, run),
})

/** Writes the next occurrence of a scheduled job; the key makes a second one impossible. */
export async function addNext(
  desk: Pick<Desk, 'settings' | 'now' | 'calendar' | 'addDue'>,
  { name, schedule, everyDay }: Job,
): Promise<void> {
  if (!schedule) return
  const nextAt = (time: string) => (everyDay ? nextDayAt(desk.now, time) : nextWorkdayAt(desk.now, time, desk.calendar))
  const at = [schedule(desk.settings)]
    .flat()
    .map(nextAt)
    .reduce((a, b) => (b < a ? b : a))
  const next = readWork({ key: `${name}:${at.toISOString()}`, job: name, at, ticket: null, data: {} })
  if (next) await desk.addDue(next)
}
