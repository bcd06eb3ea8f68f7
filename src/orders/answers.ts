import { later } from '../domain/durations.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { OpenReport } from '../ports/desk.ts'
import { closeWork } from '../ports/due-work.ts'
import type { Question } from '../ports/question.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { textOf } from '../tickets/is-matter.ts'
import { type MoveDesk, moveTicket } from '../tickets/move-ticket.ts'
import { pleaseType } from '../wording/voices.ts'
import { privately } from './answer.ts'
import type { CallOf, Reply } from './define-command.ts'

/** The author's word on which of two tickets a follow-up was about. */
export async function followedReport(
  call: CallOf<keyof MoveDesk | 'answered'>,
  question: Question<'whichTicket'>,
  report: OpenReport,
  ticket: Ticket,
): Promise<Reply[] | null> {
  const { desk, spoken } = call
  await desk.answered(question.id)
  const text = textOf(report).replaceAll('\n', '，')
  const ended = ticket.status === 'resolved' || ticket.status === 'closed'
  const moved = ended ? await moveTicket(desk, spoken.person, ticket, 'reopen', { note: text }) : null
  if (!moved || 'refused' in moved) await addFollowUp(desk, spoken.person.id, ticket, report.messages, text)
  return []
}

const TELLING = 6

/** Words for a photo that came without: they join its report, which closes a window later. */
export async function addPhotoWords(
  call: CallOf<'addDue' | 'addToReport' | 'answered' | 'heard' | 'now' | 'report' | 'settings'>,
  question: Question<'photoWords'>,
): Promise<Reply[] | null> {
  const { desk, spoken } = call
  const report = await desk.report(question.data.report)
  const message = await desk.heard(spoken.messageId)
  // 咋了 is no answer: the photo waits on for words that tell something.
  const judged = call.services.judge(message?.text ?? '')
  if (!report || !message || (judged.kind === 'none' && message.text.trim().length < TELLING)) return null
  await desk.answered(question.id)
  const at = later(desk.now, desk.settings.reportWindowSeconds * 1000)
  await desk.addToReport(report.id, message, at, judged)
  await desk.addDue(closeWork(report.id, at))
  return []
}

/** 是 after what was heard: it counts as if it had been typed where it was spoken. 不对: nothing was said. */
export async function answerVoice(call: CallOf<'deeds'>, question: Question<'voiceWords'>, yes: boolean): Promise<Reply[]> {
  if (!yes) return privately(pleaseType)
  await call.services.hear(question.data.message, question.data.text)
  // What came of the words is theirs, not this 是's.
  call.desk.deeds.begin()
  return []
}
