import type { Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { isUnsure, worthAsking } from '../domain/second-opinion.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'

export interface Read {
  report: Pick<OpenReport, 'id'>
  /** The report, or the part of it that became this ticket. */
  text: string
  judgement: Judgement
  ticket: string | null
  /** It is opened, listed or added to another by what the model says; by the local reading, where it says nothing in time. */
  held?: true
}

/** The outcome of a report that waits for the model's word. */
export const HELD = 'held'

/**
 * Whether a model is to have its word before a ticket is opened: in a group, where the local reader would open what it is not
 * sure of. Who writes to the bot alone is answered at once, and what cannot wait is no business of a slow server.
 */
export const isHeld = ({ settings }: Pick<Desk, 'settings'>, report: Pick<OpenReport, 'conversation'>, judgement: Judgement): boolean =>
  judgement.outcome === 'open' &&
  !judgement.hazard &&
  groupIn(report.conversation) !== null &&
  worthAsking(judgement, settings.askModel) &&
  isUnsure(judgement)

/**
 * Notes that a language model is to read it as well. What the local reader decided is done by then and stands until the model
 * has said something better; only what is held waits for it.
 */
export function askModelLater(
  desk: Pick<Desk, 'now' | 'settings' | 'addDue'>,
  { report, text, judgement, ticket, held }: Read,
): Promise<void> | undefined {
  if (!worthAsking(judgement, desk.settings.askModel)) return
  const data = { report: report.id, text, judgement, ticket, held: held ?? false }
  // No ticket on the row: a ticket's own due work is replaced at each change of it.
  return desk.addDue({ key: `ask-model:${ticket ?? report.id}`, job: 'ask-model', at: desk.now, ticket: null, data })
}
