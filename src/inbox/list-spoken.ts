import { LEFT, LISTED } from '../domain/clerk-list.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import { listWhenQuiet } from './list-up.ts'

/** Its speaker cannot be asked whether it was heard rightly: what sounds like a matter stands on the clerk's list, and nothing else comes of it. */
export async function listSpoken(
  desk: Pick<Desk, 'now' | 'settings' | 'newId' | 'openReport' | 'addToReport' | 'closeReport' | 'addDue' | 'dueOf' | 'writeDown'>,
  heard: Heard,
  words: string,
  judge: Judge,
): Promise<string> {
  const { id: message, conversation, person, at } = heard
  await desk.writeDown(message, words)
  const judgement = judge(words)
  const outcome = judgement.outcome === 'leave' ? LEFT : LISTED
  const report = desk.newId()
  await desk.openReport({ id: report, conversation, person, openedAt: at, closesAt: at })
  await desk.addToReport(report, { ...heard, text: words }, at, judgement)
  await desk.closeReport(report, judgement, outcome)
  if (outcome === LISTED) await listWhenQuiet(desk, conversation)
  return outcome
}
