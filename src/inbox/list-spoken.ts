import { LEFT, LISTED } from '../domain/clerk-list.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import { listWhenQuiet } from './list-up.ts'
import { type AtOnceDesk, reportAtOnce } from './report-at-once.ts'

/** Its speaker cannot be asked whether it was heard rightly: what sounds like a matter stands on the clerk's list, and nothing else comes of it. */
export async function listSpoken(
  desk: AtOnceDesk & Pick<Desk, 'now' | 'settings' | 'addDue' | 'dueOf' | 'writeDown'>,
  heard: Heard,
  words: string,
  judge: Judge,
): Promise<string> {
  await desk.writeDown(heard.id, words)
  const judgement = judge(words)
  const outcome = judgement.outcome === 'leave' ? LEFT : LISTED
  await reportAtOnce(desk, { ...heard, text: words }, judgement, outcome)
  if (outcome === LISTED) await listWhenQuiet(desk, heard.conversation)
  return outcome
}
