import { isOnlyNoName, wantsNoName } from '../classify/anonymous.ts'
import { DAY_MS, earlier, HOUR_MS } from '../domain/durations.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { type MoveDesk, moveTicket } from '../tickets/move-ticket.ts'
import { hidden } from '../wording/replies.ts'
import { lastOwn } from './correct-last.ts'
import { plainLine } from './report-text.ts'

type HideDesk = MoveDesk & Pick<Desk, 'tickets' | 'suppress'>

/** 莫说是我啊, after the receipt: of what its author told last. False where it is said with a matter of its own, or of nothing. */
export function hideName(desk: HideDesk, heard: Heard): Promise<boolean> | false {
  const person = desk.roster.people.get(heard.person)
  return person !== undefined && isOnlyNoName(plainLine(heard.text)) && hideLast(desk, heard, person)
}

async function hideLast(desk: HideDesk, heard: Heard, person: Person): Promise<boolean> {
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
export function isToBeHidden(desk: Pick<Desk, 'now' | 'recentBy'>, report: OpenReport, text: string): Promise<boolean> | boolean {
  if (wantsNoName(text)) return true
  return groupIn(report.conversation) === null && wantedBefore(desk, report)
}

async function wantedBefore(desk: Pick<Desk, 'now' | 'recentBy'>, report: OpenReport): Promise<boolean> {
  const before = await desk.recentBy(report.conversation, report.person, earlier(desk.now, HOUR_MS))
  return before.some((m) => m.at <= report.openedAt && wantsNoName(m.text))
}
