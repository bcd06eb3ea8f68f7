import type { Desk, DueWork } from '../ports/desk.ts'
import { askNext } from './ask-next.ts'
import { callNext } from './call-next.ts'
import { closeReport } from './close-report.ts'
import { closeSilent } from './close-silent.ts'
import type { Job } from './define-job.ts'
import { leaveOver } from './leave-over.ts'
import { morning } from './morning.ts'
import { photoWords } from './photo-words.ts'
import { postDigest } from './post-digest.ts'
import { addNext } from './schedule.ts'
import { waitOver } from './wait-over.ts'

export const JOBS: Readonly<Record<string, Job>> = Object.fromEntries(
  [closeReport, photoWords, askNext, callNext, waitOver, closeSilent, leaveOver, morning, postDigest].map((job) => [job.name, job]),
)

const LATE_MS = 6 * 60 * 60_000

/** Runs one piece of due work and says what became of it; a schedule's next occurrence is written in the same breath. */
export async function runJob(desk: Desk, work: DueWork, services: Parameters<Job['run']>[2]): Promise<string> {
  const job = JOBS[work.job]
  if (!job) return `unknown job ${work.job}`
  const late = desk.now.getTime() - work.at.getTime() > LATE_MS
  const outcome = job.schedule && late ? 'suppressed: late' : await job.run(desk, work, services)
  if (job.schedule) await addNext(desk, job)
  return outcome
}
