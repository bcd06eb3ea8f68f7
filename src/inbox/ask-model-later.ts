import type { Judgement } from '../domain/judgement.ts'
import { worthAsking } from '../domain/second-opinion.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'

/**
 * Notes that a language model is to read the report as well. What the local reader decided is done by then and stands until the
 * model has said something better; nobody waits for it.
 */
export async function askModelLater(desk: Desk, report: OpenReport, judgement: Judgement, ticket: string | null): Promise<void> {
  if (!worthAsking(judgement, desk.settings.askModel)) return
  const data = { report: report.id, ticket, judgement }
  // No ticket on the row: a ticket's own due work is replaced at each change of it.
  await desk.addDue({ key: `ask-model:${report.id}`, job: 'ask-model', at: desk.now, ticket: null, data })
}
