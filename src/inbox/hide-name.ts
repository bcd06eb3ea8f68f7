import { isOnlyNoName, wantsNoName } from '../classify/anonymous.ts'
import { DAY_MS, earlier, HOUR_MS } from '../domain/durations.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { type MoveDesk, moveTicket } from '../tickets/move-ticket.ts'
import { hidden } from '../wording/replies.ts'
import { lastOwn } from './correct-last.ts'
import { plainLine } from './report-text.ts'

/** 莫说是我啊, after the receipt: of what its author told last. False where it is said with a matter of its own, or of nothing. */
export async function hideName(desk: MoveDesk & Pick<Desk, 'tickets' | 'suppress'>, heard: Heard): Promise<boolean> {
  const words = plainLine(heard.text)
  const person = desk.roster.people.get(heard.person)
  if (!person || !isOnlyNoName(words)) return false
  const last = await lastOwn(desk, heard.person, DAY_MS)
  if (!last) return false
  const moved = await moveTicket(desk, person, last, 'hide', {})
  if ('refused' in moved) return false
  await desk.suppress({ ticket: last.id, occasions: ['opened', 'overdue', 'closed'] }, '不公开')
  const ticket = moved.ticket
  await desk.notify([
    { key: `hide:${heard.id}`, to: toPerson(heard.person), ticket: ticket.id, occasion: 'reply', text: hidden(ticket), answer: true },
  ])
  return true
}

/** Whether its teller wants no name: said in it, or to the bot alone shortly before. */
export async function isToBeHidden(desk: Pick<Desk, 'now' | 'recentBy'>, report: OpenReport, text: string): Promise<boolean> {
  if (wantsNoName(text)) return true
  if (groupIn(report.conversation) !== null) return false
  const before = await desk.recentBy(report.conversation, report.person, earlier(desk.now, HOUR_MS))
  return before.some((m) => m.at <= report.openedAt && wantsNoName(m.text))
}
