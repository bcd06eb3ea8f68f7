import type { Question } from '../ports/desk.ts'
import type { TicketRef } from '../spoken/ticket-ref.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { textOf } from '../tickets/is-matter.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import type { Call, Reply } from './define-command.ts'

const string = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The author's word on which of two tickets a follow-up was about. */
export async function followedReport(call: Call, question: Question, ref: TicketRef): Promise<Reply[] | null> {
  const { desk, spoken } = call
  const report = await desk.report(string(question.data.report))
  const ids = Array.isArray(question.data.options) ? question.data.options.map(string) : []
  for (const id of ids) {
    const ticket = await desk.ticket(id)
    if (!report || ticket?.number !== ref.number || (ref.village !== null && !ticket.label.startsWith(ref.village))) continue
    await desk.answered(question.id)
    const text = textOf(report).replaceAll('\n', '，')
    const ended = ticket.status === 'resolved' || ticket.status === 'closed'
    const moved = ended ? await moveTicket(desk, spoken.person, ticket, 'reopen', { note: text }) : null
    if (!moved || 'refused' in moved) await addFollowUp(desk, spoken.person.id, ticket, report.messages, text)
    return []
  }
  return null
}

/** Words for a photo that came without: they join its report, which closes a window later. */
export async function addPhotoWords(call: Call, question: Question): Promise<Reply[] | null> {
  const { desk, spoken } = call
  const report = await desk.report(string(question.data.report))
  const message = await desk.heard(spoken.messageId)
  if (!report || !message) return null
  await desk.answered(question.id)
  const at = new Date(desk.now.getTime() + desk.settings.reportWindowSeconds * 1000)
  await desk.addToReport(report.id, message, at)
  await desk.addDue({ key: `close-report:${report.id}`, job: 'close-report', at, ticket: null, data: { report: report.id } })
  return []
}
