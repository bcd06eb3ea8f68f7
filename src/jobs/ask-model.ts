import { later } from '../domain/durations.ts'
import { isPrivate } from '../domain/ticket.ts'
import { hearOpinion, IN_TIME_MS } from '../inbox/hear-opinion.ts'
import { openHeld } from '../inbox/held.ts'
import { linesShown } from '../inbox/lines-shown.ts'
import type { Desk } from '../ports/desk.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { defineJob } from './define-job.ts'

const LEARNED = 500
const OPEN = 12

/** What that village waits for; what must not be spoken of leaves for no model. */
async function openTickets(desk: Pick<Desk, 'tickets'>, village: string, own: string | null): Promise<{ label: string; title: string }[]> {
  const tickets = await desk.tickets({ statuses: ['open', 'waiting'], villages: [village], limit: OPEN, newestFirst: true })
  return tickets.filter((t) => !isPrivate(t) && t.id !== own).map(({ label, title }) => ({ label, title }))
}

/**
 * Asks a language model what a report is. This transaction only counts the call and gathers what is to be asked; the call itself is
 * made when it is over, and the answer is heard in another one that looks again.
 */
export const askModel = defineJob({
  name: 'ask-model',
  async run(desk, work, { model, afterwards }) {
    const report = await desk.report(work.data.report)
    const { text, judgement: local } = work.data
    const { ticket } = work.data
    if (!report) return 'gone'
    const held = work.data.held ? { report: report.id, text, local } : null
    /** Nobody will say anything of it. */
    const unasked = async (why: string): Promise<string> => {
      if (held) await openHeld(desk, held)
      return why
    }
    if (!model) return unasked('no model')
    if (model.reader.rests()) return unasked('resting')
    if (desk.now.getTime() - work.at.getTime() > IN_TIME_MS) return unasked('too late to ask')
    const call = `judge:${ticket ?? report.id}`
    const begun = await desk.beginCall({ id: call, person: report.person, asked: model.reader.version }, model.budget)
    if (begun !== 'begun') return unasked(begun)
    const lines = await linesShown(desk, report)
    const { roster, now } = desk
    const about = {
      text,
      local,
      town: roster.townName,
      duties: [...roster.duties.values()],
      names: [...roster.people.values()].map((p) => p.name),
      learned: await desk.learned(LEARNED),
      before: lines.map((l) => l.line),
      open: await openTickets(desk, villageOfWords(roster, report.conversation, report.person, text), ticket),
    }
    const asked = { call, report: report.id, ticket, text, local, askedAt: now, lines: lines.map((l) => l.id), held: held !== null }
    await desk.addDue({
      key: `model-late:${call}`,
      job: 'model-late',
      at: later(now, IN_TIME_MS),
      ticket: null,
      data: { call, ...(held && { held }) },
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
    const { call, held } = work.data
    if (!(await desk.callWaits(call))) return 'answered'
    await desk.endCall(call, 'late: no answer within a minute')
    if (held) await openHeld(desk, held)
    return 'given up'
  },
})
