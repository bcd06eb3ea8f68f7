import { z } from 'zod'
import { WISHES } from '../domain/forgotten.ts'
import { Judgement } from '../domain/judgement.ts'

const work = <J extends string, S extends z.ZodType>(job: J, data: S) => z.object({ job: z.literal(job), data })
const nothing = z.object({})
const ofReport = z.object({ report: z.string() })
const ofCall = z.object({ call: z.string() })

/** A leave that has not begun; days as 2026-11-27, both of them away. */
export const PlannedLeave = z.object({ person: z.string(), deputy: z.string(), since: z.string(), until: z.string() })
export type PlannedLeave = z.infer<typeof PlannedLeave>

const Whom = z.union([z.object({ person: z.string() }), z.object({ matter: z.string() })])

/** What is due of tickets, reports and people, by the name of its job, with what the job has to know. Rows are read by these shapes. */
const OfHouse = z.discriminatedUnion('job', [
  work('close-report', ofReport),
  work('photo-words', ofReport),
  work('hear-voice', z.object({ message: z.string() })),
  work('voice-unasked', z.object({ message: z.string() })),
  work('voice-late', ofCall.extend({ message: z.string() })),
  work(
    'ask-model',
    ofReport.extend({ text: z.string(), judgement: Judgement, ticket: z.string().nullable(), held: z.boolean().default(false) }),
  ),
  work('model-late', ofCall.extend({ held: ofReport.extend({ text: z.string(), local: Judgement }).nullish() })),
  work('ask-next', z.object({ question: z.string() })),
  work('clerk-lists', nothing),
  work('list-after-talk', z.object({ group: z.string(), n: z.number(), since: z.coerce.date() })),
  work('look-lapses', z.object({ question: z.string(), day: z.string(), reporter: z.string() })),
  // How many quarter hours ago the first was called.
  work('call-next', z.object({ call: z.number() })),
  work('wait-over', nothing),
  work('close-silent', nothing),
  work('leave-begins', PlannedLeave),
  // How many weeks it has lasted by then.
  work('trial-week', z.object({ trial: z.string(), group: z.string(), week: z.number() })),
  work('leave-over', z.object({ person: z.string() })),
  work('morning', nothing),
  work('post-digest', nothing),
  work('retrain', nothing),
  work('let-go', nothing),
  work('forget', z.object({ whom: Whom, wish: z.enum(WISHES) })),
])
type OfHouse = z.infer<typeof OfHouse>
export type HouseJobName = OfHouse['job']

/** The jobs of the wings; each names its own where it has one. */
// biome-ignore lint/suspicious/noEmptyInterface: the wings fill it
export interface WingJobs {}
export type WingJobName = keyof WingJobs
export type JobName = HouseJobName | WingJobName

/** Work of a wing: the name of its job, and what the job has to know. Its rows are read by this shape when it is done. */
export interface WorkKind<D extends object> {
  job: WingJobName
  shape: z.ZodType<D>
}
type Work = OfHouse | { job: WingJobName; data: object }

/** The work that ends a report, by a name that its report can be read from again. */
const WINDOW = 'close-report:'
export const windowKey = (report: string): string => `${WINDOW}${report}`
/** Null for any other work. */
export const reportOfWindow = (key: string): string | null => (key.startsWith(WINDOW) ? key.slice(WINDOW.length) : null)

/** The window of a report closes then. */
export const closeWork = (report: string, at: Date): DueWork<'close-report'> => ({
  key: windowKey(report),
  job: 'close-report',
  at,
  ticket: null,
  data: { report },
})

interface Row {
  key: string
  at: Date
  ticket: string | null
}

/** Work with a due moment. */
export type DueWork<J extends JobName = JobName> = Extract<Work, { job: J }> & Row

export const workOf = <D extends object>({ job }: WorkKind<D>, row: Row, data: D): DueWork => ({ ...row, job, data })

/** The same of a wing, by what its job has to know. */
export const doingOf =
  <D extends object, Needs>({ job, shape }: WorkKind<D>, run: (desk: Needs, data: D) => Promise<string>) =>
  async (desk: Needs, due: DueWork): Promise<string> => {
    const read = shape.safeParse(due.data)
    return read.success ? run(desk, read.data) : `nothing that ${job} knows`
  }

/** A job is handed its own work and no other. */
export const doing =
  <J extends JobName, D, More extends unknown[]>(job: J, run: (desk: D, work: DueWork<J>, ...more: More) => Promise<string>) =>
  async (desk: D, due: DueWork, ...more: More): Promise<string> => {
    if (!isWork(due, job)) throw new Error(`${due.job} is not the work of ${job}`)
    return run(desk, due, ...more)
  }

export const isWork = <J extends JobName>(due: DueWork, job: J): due is DueWork & DueWork<J> => due.job === job

const HOUSE: ReadonlySet<string> = new Set(OfHouse.options.map((o) => o.shape.job.value))
/** What is not of the house is some wing's, as far as can be told here: runJob finds it or says that nobody has it. */
const isOfWing = (job: string): job is WingJobName => !HOUSE.has(job)
const Data = z.record(z.string(), z.unknown())

/** Null for what another edition wrote and this one does not know. */
export function readWork({ key, at, ticket, job, data }: Row & { job: string; data: unknown }): DueWork | null {
  if (isOfWing(job)) {
    const known = Data.safeParse(data)
    return known.success ? { key, at, ticket, job, data: known.data } : null
  }
  const read = OfHouse.safeParse({ job, data })
  return read.success ? { key, at, ticket, ...read.data } : null
}
