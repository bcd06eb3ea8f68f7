import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { isOnRoster } from '../domain/roster.ts'
import type { Talk, TalkLine } from '../domain/talk.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { normalise } from '../reading/normalise.ts'

const LINES = 10
/** What was said longer ago is another conversation. */
const MINUTES = 30

/** What surrounds a line: the ten before it, who said them, and what it quotes. Gathered once, when the line arrives. */
export async function talkBefore(desk: Pick<Desk, 'roster' | 'linesBefore' | 'heard'>, heard: Heard): Promise<Talk> {
  const lineOf = (person: string | null, text: string): TalkLine => ({
    who: person === null ? 'bot' : person === heard.person ? 'same' : 'other',
    cadre: isOnRoster(desk.roster, person),
    text: normalise(text).text,
  })
  const lines = (await desk.linesBefore(heard, earlier(heard.at, MINUTES * MINUTE_MS), LINES)).toReversed()
  const before = lines.map(({ id, person, text }) => ({ ...lineOf(person, text), ...(id === heard.quote && { quoted: true }) }))
  const quoted = heard.quote && !lines.some((l) => l.id === heard.quote) ? await desk.heard(heard.quote) : null
  return {
    before: quoted ? [{ ...lineOf(quoted.person, quoted.text), quoted: true }, ...before] : before,
    cadre: isOnRoster(desk.roster, heard.person),
    toBot: groupIn(heard.conversation) === null || normalise(heard.text).mentioned,
  }
}
