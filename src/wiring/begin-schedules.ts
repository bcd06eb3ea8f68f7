import { addNext } from '../jobs/define-job.ts'
import { JOBS } from '../jobs/jobs.ts'
import type { Store } from '../ports/store.ts'

/** Each job that has a schedule is due some time in each town: those that never were begin. */
export async function beginSchedules(store: Store, now: Date): Promise<void> {
  const scheduled = Object.values(JOBS).flatMap((job) => (job.schedule ? [job.name] : []))
  for (const { town, jobs } of await store.unscheduled(scheduled))
    await store.atDesk(town, now, async (desk) => {
      for (const name of jobs) if (JOBS[name]) await addNext(desk, JOBS[name])
    })
}
