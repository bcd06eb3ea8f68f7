import { HOUR_MS } from '../domain/durations.ts'
import { toPerson } from '../domain/notice.ts'
import { holders, townNode } from '../domain/roster.ts'
import { WINGS } from '../measures/index.ts'
import type { Desk } from '../ports/desk.ts'
import type { DueWork, HouseJobName } from '../ports/due-work.ts'
import type { FactsDesk } from '../tickets/facts.ts'
import { couldNotDo } from '../wording/reminders.ts'
import { askModel, modelLate } from './ask-model.ts'
import { clerkLists, eveningList } from './clerk-list.ts'
import { addNext, type Job } from './define-job.ts'
import { forget } from './forget.ts'
import { hearVoice, voiceLate } from './hear-voice.ts'
import { leaveBegins, leaveOver } from './leave.ts'
import { letGo } from './let-go.ts'
import { morning } from './morning.ts'
import { askNext, closeReport, lookLapses, photoWords } from './of-reports.ts'
import { callNext, closeSilent, waitOver } from './of-tickets.ts'
import { postDigest } from './post-digest.ts'
import { retrain } from './retrain.ts'
import { trialWeek } from './trial-week.ts'
import { voiceUnasked } from './voice-unasked.ts'

/** Each has its job, or this does not compile. */
const OF_HOUSE: { readonly [J in HouseJobName]: Job & { name: J } } = {
  'close-report': closeReport,
  'photo-words': photoWords,
  'hear-voice': hearVoice,
  'voice-late': voiceLate,
  'voice-unasked': voiceUnasked,
  'ask-model': askModel,
  'model-late': modelLate,
  'ask-next': askNext,
  'clerk-lists': clerkLists,
  'look-lapses': lookLapses,
  'call-next': callNext,
  'wait-over': waitOver,
  'close-silent': closeSilent,
  'leave-begins': leaveBegins,
  'leave-over': leaveOver,
  'trial-week': trialWeek,
  morning,
  'post-digest': postDigest,
  retrain,
  forget,
  'let-go': letGo,
  'list-after-talk': eveningList,
}

export const JOBS: Readonly<Record<string, Job>> = {
  ...OF_HOUSE,
  ...Object.fromEntries(WINGS.flatMap((w) => w.jobs).map((job) => [job.name, job])),
}

const LATE_MS = 6 * HOUR_MS

/** So often a piece of work may fail before somebody is told that it does. */
const TOLD_AFTER = 3

/** After a fault: the schedule goes on all the same, and work that keeps failing is shown to the duty cadre once. */
export async function afterFault(
  desk: FactsDesk & Pick<Desk, 'settings' | 'ticket' | 'notify' | 'addDue'>,
  work: DueWork,
  attempts: number,
): Promise<void> {
  const job = JOBS[work.job]
  if (job?.schedule) await addNext(desk, job)
  const [reader] = attempts === TOLD_AFTER ? holders(desk.roster, 'duty', townNode(desk.roster)) : []
  const ticket = work.ticket ? await desk.ticket(work.ticket) : null
  if (reader)
    await desk.notify([
      { key: `stuck:${work.key}`, to: toPerson(reader), ticket: work.ticket, occasion: 'stuck', text: couldNotDo(ticket?.label ?? null) },
    ])
}

/** Runs one piece of due work and says what became of it; a schedule's next occurrence is written in the same breath. */
export async function runJob(desk: Desk, work: DueWork, services: Parameters<Job['run']>[2]): Promise<string> {
  const job = JOBS[work.job]
  if (!job) return `unknown job ${work.job}`
  const late = desk.now.getTime() - work.at.getTime() > LATE_MS
  const outcome = job.schedule && late ? 'suppressed: late' : await job.run(desk, work, services)
  if (job.schedule) await addNext(desk, job)
  return outcome
}
