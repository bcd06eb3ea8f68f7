import { earlier, HOUR_MS } from '../domain/durations.ts'
import { atHome } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import type { TalkLine } from '../domain/talk.ts'
import { isPrivate } from '../domain/ticket.ts'
import type { Desk, Line, OpenReport } from '../ports/desk.ts'

const LINES = 10

export interface Shown {
  id: string
  line: TalkLine
}

/** What is told of a home, or became a matter that is not spoken of, leaves for no model. */
async function mayLeave(desk: Pick<Desk, 'report' | 'ticket'>, { report: id, tickets }: Line): Promise<boolean> {
  const judgement = id === null ? null : ((await desk.report(id))?.judgement ?? null)
  if (judgement && (judgement.danger ?? judgement.hint ?? atHome(judgement.sensitivity)) !== null) return false
  for (const it of tickets) {
    const ticket = await desk.ticket(it)
    if (ticket && isPrivate(ticket)) return false
  }
  return true
}

/** What was said around a report, by roles, the oldest first. Somebody's talk with the bot alone is nobody else's. */
export async function linesShown(
  desk: Pick<Desk, 'now' | 'roster' | 'ticket' | 'report' | 'linesBefore'>,
  report: OpenReport,
): Promise<Shown[]> {
  const [first] = report.messages
  if (!first || groupIn(report.conversation) === null) return []
  const shown: Shown[] = []
  for (const said of (await desk.linesBefore(first, earlier(desk.now, HOUR_MS), LINES)).toReversed()) {
    if (!(await mayLeave(desk, said))) continue
    const known = desk.roster.people.get(said.person ?? '')
    const who = said.person === null ? 'bot' : said.person === report.person ? 'same' : 'other'
    shown.push({ id: said.id, line: { who, cadre: known !== undefined && isCadre(known), text: said.text } })
  }
  return shown
}
