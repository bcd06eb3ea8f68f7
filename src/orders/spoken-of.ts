import { earlier, HOUR_MS } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isAmongPeople } from '../reading/doubts.ts'
import { mayBeAbout } from '../reading/verdict.ts'
import type { CallOf } from './define-command.ts'

/** Later somebody who writes one-to-one may have anything on their mind. */
const STILL_HOURS = 6

/** 后天行不, right after the bot spoke of 坪07: the matter in hand that this conversation was last about, unless the words are of something else. */
export async function spokenOf({ desk, spoken, text }: CallOf<'lastSpokenOf' | 'now'>): Promise<Ticket[]> {
  if (groupIn(spoken.conversation) || isAmongPeople(text)) return []
  const [last] = await desk.lastSpokenOf(spoken.conversation, earlier(desk.now, STILL_HOURS * HOUR_MS))
  return last && last.owner === spoken.person.id && mayBeAbout(text, `${last.title}${last.text}`) ? [last] : []
}
