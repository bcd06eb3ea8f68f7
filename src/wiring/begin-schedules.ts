import { addNext } from '../jobs/define-job.ts'
import { JOBS } from '../jobs/jobs.ts'
import type { Store } from '../ports/store.ts'

/** Each job that has a schedule is due some time in each town: those that never were begin. */
export async function beginSchedules(store: Store, now: Date): Promise<void> {
  for (const town of await store.towns())
    await store.atDesk(town, now, async (desk) => {
      for (const job of Object.values(JOBS)) if (job.schedule && !(await desk.hasDue(job.name))) await addNext(desk, job)
    })
}
