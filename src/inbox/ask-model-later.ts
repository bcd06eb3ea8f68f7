import type { Judgement } from '../domain/judgement.ts'
import { worthAsking } from '../domain/second-opinion.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'

export interface Read {
  report: Pick<OpenReport, 'id'>
  /** The report, or the part of it that became this ticket. */
  text: string
  judgement: Judgement
  ticket: string | null
}

/**
 * Notes that a language model is to read it as well. What the local reader decided is done by then and stands until the model
 * has said something better; nobody waits for it.
 */
export async function askModelLater(desk: Desk, { report, text, judgement, ticket }: Read): Promise<void> {
  if (!worthAsking(judgement, desk.settings.askModel)) return
  const data = { report: report.id, text, judgement, ticket }
  // No ticket on the row: a ticket's own due work is replaced at each change of it.
  await desk.addDue({ key: `ask-model:${ticket ?? report.id}`, job: 'ask-model', at: desk.now, ticket: null, data })
}
