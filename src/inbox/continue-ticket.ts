import { isFollowUp } from '../classify/follow-up.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import type { OpenReport } from '../ports/desk.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { type MoveDesk, moveTicket } from '../tickets/move-ticket.ts'
import { plainLine } from './report-text.ts'
import { saysNothing } from './thread.ts'

/** 还是没修 brings a resolved or closed ticket back, and so does the same trouble told again; anything else is added to it. */
export async function continueTicket(
  desk: MoveDesk,
  report: OpenReport,
  ticket: Ticket,
  text: string,
  judgement: Judgement,
): Promise<void> {
  const person = desk.roster.people.get(report.person)
  const note = text.replaceAll('\n', '，')
  const ended = ticket.status === 'resolved' || ticket.status === 'closed'
  if (person && !isLive(ticket) && ended && (isFollowUp(text) || judgement.kind !== 'none')) {
    const moved = await moveTicket(desk, person, ticket, 'reopen', { note })
    if ('ticket' in moved) {
      await desk.attach(ticket.id, report.messages)
      return
    }
  }
  // Who talks on among neighbours is not answered at every line.
  const inPassing = groupIn(report.conversation) !== null && judgement.outcome === 'leave' && !isFollowUp(text)
  const telling = report.messages.filter((m) => m.photos.length > 0 || !saysNothing(plainLine(m.text)))
  await addFollowUp(desk, report.person, ticket, telling.length > 0 ? telling : report.messages, note, inPassing ? { answer: null } : {})
}
