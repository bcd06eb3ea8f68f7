import { nextDayAt, nextWorkdayAt } from '../domain/calendar.ts'
import type { Desk } from '../ports/desk.ts'
import type { Job } from './define-job.ts'

/** Writes the next occurrence of a scheduled job; the key makes a second one impossible. */
export async function addNext(desk: Desk, job: Job): Promise<void> {
  if (!job.schedule) return
  const next = (time: string) => (job.everyDay ? nextDayAt(desk.now, time) : nextWorkdayAt(desk.now, time, desk.calendar))
  const at = [job.schedule(desk.settings)]
    .flat()
    .map(next)
    .reduce((a, b) => (b < a ? b : a))
  await desk.addDue({ key: `${job.name}:${at.toISOString()}`, job: job.name, at, ticket: null, data: {} })
}
