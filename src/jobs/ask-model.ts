import { later } from '../domain/durations.ts'
import { Judgement } from '../domain/judgement.ts'
import { hearOpinion, IN_TIME_MS } from '../inbox/hear-opinion.ts'
import type { Job } from './define-job.ts'

const LEARNED = 500

/**
 * Asks a language model what a report is. This transaction only counts the call and gathers what is to be asked; the call itself is
 * made when it is over, and the answer is heard in another one that looks again.
 */
export const askModel: Job = {
  name: 'ask-model',
  async run(desk, work, { model, afterwards }) {
    const report = typeof work.data.report === 'string' ? await desk.report(work.data.report) : null
    const local = Judgement.safeParse(work.data.judgement)
    const { text } = work.data
    const ticket = typeof work.data.ticket === 'string' ? work.data.ticket : null
    if (!model) return 'no model'
    if (!report || !local.success || typeof text !== 'string') return 'gone'
    if (desk.now.getTime() - work.at.getTime() > IN_TIME_MS) return 'too late to ask'
    const call = `judge:${ticket ?? report.id}`
    const begun = await desk.beginCall({ id: call, person: report.person, asked: model.reader.version }, model.budget)
    if (begun !== 'begun') return begun
    const { roster, now } = desk
    const about = {
      text,
      local: local.data,
      town: roster.townName,
      duties: [...roster.duties.values()],
      names: [...roster.people.values()].map((p) => p.name),
      learned: await desk.learned(LEARNED),
    }
    const asked = { call, report: report.id, ticket, text, local: local.data, askedAt: now }
    await desk.addDue({
      key: `model-late:${call}`,
      job: 'model-late',
      at: later(now, IN_TIME_MS),
      ticket: null,
      data: { call },
    })
    afterwards(async () => {
      const opinion = await model.reader.ask(about)
      return async (then) => {
        await hearOpinion(then, asked, opinion)
        await then.cancelDue(`model-late:${call}`)
      }
    })
    return 'asked'
  },
}

/** A minute has gone by, or the process ended in between: the local judgement stands, and that is on record. */
export const modelLate: Job = {
  name: 'model-late',
  async run(desk, work) {
    const call = typeof work.data.call === 'string' ? work.data.call : ''
    if (!(await desk.callWaits(call))) return 'answered'
    await desk.endCall(call, 'late: no answer within a minute')
    return 'given up'
  },
}
