import { earlier, HOUR_MS, later } from '../domain/durations.ts'
import { Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import type { TalkLine } from '../domain/talk.ts'
import { hearOpinion, IN_TIME_MS } from '../inbox/hear-opinion.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { defineJob } from './define-job.ts'

const LEARNED = 500
const LINES = 10
const OPEN = 12

/** What was said around it, by roles. Somebody's talk with the bot alone is nobody else's. */
async function linesBefore(desk: Desk, report: OpenReport): Promise<TalkLine[]> {
  const [first] = report.messages
  if (!first || groupIn(report.conversation) === null) return []
  const lines = await desk.linesBefore(first, earlier(desk.now, HOUR_MS), LINES)
  return lines.toReversed().map(({ person, text }) => {
    const known = desk.roster.people.get(person ?? '')
    return {
      who: person === null ? 'bot' : person === report.person ? 'same' : 'other',
      cadre: known !== undefined && isCadre(known),
      text,
    }
  })
}

/** What that village waits for; what must not be spoken of leaves for no model. */
async function openTickets(desk: Desk, village: string): Promise<{ label: string; title: string }[]> {
  const tickets = await desk.tickets({ statuses: ['open', 'waiting'], villages: [village], limit: OPEN, newestFirst: true })
  return tickets.filter((t) => t.kind === 'village' && t.sensitivity === null).map(({ label, title }) => ({ label, title }))
}

/**
 * Asks a language model what a report is. This transaction only counts the call and gathers what is to be asked; the call itself is
 * made when it is over, and the answer is heard in another one that looks again.
 */
export const askModel = defineJob({
  name: 'ask-model',
  async run(desk, work, { model, afterwards }) {
    const report = await desk.report(work.data.report)
    const local = Judgement.safeParse(work.data.judgement)
    const { text } = work.data
    const ticket = work.data.ticket
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
      before: await linesBefore(desk, report),
      open: await openTickets(desk, villageOfWords(roster, report.conversation, report.person, text)),
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
})

/** A minute has gone by, or the process ended in between: the local judgement stands, and that is on record. */
export const modelLate = defineJob({
  name: 'model-late',
  async run(desk, work) {
    const call = work.data.call
    if (!(await desk.callWaits(call))) return 'answered'
    await desk.endCall(call, 'late: no answer within a minute')
    return 'given up'
  },
})
