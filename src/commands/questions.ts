import type { Question } from '../ports/desk.ts'
import { ticketRef } from '../spoken/ticket-ref.ts'
import { readWhen } from '../spoken/when.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { answerIsMatter, textOf } from '../tickets/is-matter.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { extensionAnswered, which2 } from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import type { Call, Reply } from './define-command.ts'
import { shortsOf } from './find-ticket.ts'

const YES = /^(是|是的|对|对的|嗯|要|要登记|登记|同意|可以|行|好|好的|准|批准|嗯嗯)$/u
const NO = /^(不是|不是事|不|不对|不用|不要|不登记|不同意|不行|不准)$/u
const AGREE = /^(同意|不同意|可以|批准|准|不行|不准)$/u

export type Retold = { say: string }

const string = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The answer to the last question asked of this person, within its time; null when these words answer nothing. */
export async function answerQuestion(call: Call): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  const words = call.text.replace(/[。.!！~，,]+$/u, '')
  const open = await desk.questions(spoken.person.id)
  if (open.length === 0 || words.length > 24) return null
  const ref = ticketRef(words.replace(/^(不同意|同意|是|不是)\s*/u, ''), shortsOf(desk))
  const bare = words
    .replace(/^(不同意|同意|不是|是)(.*)$/u, (whole, yes: string, rest: string) => (ref && rest.trim() !== '' ? yes : whole))
    .trim()
  if (YES.test(bare) || NO.test(bare)) return yesOrNo(call, open, bare, ref)
  const [last] = open
  if (!last) return null
  if (last.what === 'untilWhen' && readWhen(words, desk.now, desk.calendar) && words.length <= 14) {
    await desk.answered(last.id)
    return { say: string(last.data.say).replace('%s', words) }
  }
  if (last.what === 'whichTicket' && ref && ref.rest === '') return whichTicket(call, last, ref)
  if (last.what === 'photoWords' && spoken.conversation.startsWith('p:') && words.length > 1) return photoWords(call, last)
  return null
}

async function yesOrNo(call: Call, open: Question[], words: string, ref: { number: number } | null): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  const fits = open.filter((q) => q.what === 'isMatter' || q.what === 'extension' || q.what === 'typo')
  // 同意 is said of an extension; 是 of the rest.
  const wanted = fits.filter((q) => (AGREE.test(words) ? q.what === 'extension' : q.what !== 'extension'))
  const pool = wanted.length > 0 ? wanted : fits
  const byQuote = spoken.quote
    ? pool.find((q) => `n:${q.id}` === spoken.quote || (q.ticket !== null && spoken.quotedTickets.some((t) => t.id === q.ticket)))
    : undefined
  const byNumber = ref ? await byTicketNumber(call, pool, ref.number) : undefined
  const question = byQuote ?? byNumber ?? pool[0]
  if (!question) return null
  if (!byQuote && !byNumber && pool.length > 1 && pool[0]?.what !== 'typo' && sameMoment(pool)) return privately(which2)
  const yes = YES.test(words)
  if (question.what === 'typo') {
    await desk.answered(question.id)
    return yes ? { say: string(question.data.say) } : []
  }
  if (question.what === 'isMatter') return privately(await answerIsMatter(desk, spoken.person, question, yes))
  return extension(call, question, yes)
}

/** Two questions asked at almost the same time: nobody can know which one a bare word answers. */
const sameMoment = ([a, b]: Question[]): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.askedAt.getTime() - b.askedAt.getTime()) < 60 * 60_000

async function byTicketNumber(call: Call, pool: Question[], number: number): Promise<Question | undefined> {
  for (const q of pool) if (q.ticket && (await call.desk.ticket(q.ticket))?.number === number) return q
  return undefined
}

async function extension(call: Call, question: Question, yes: boolean): Promise<Reply[]> {
  const { desk, spoken } = call
  await desk.answered(question.id)
  const ticket = question.ticket ? await desk.ticket(question.ticket) : null
  if (!ticket?.extensionAsked) return []
  return act(
    call,
    [ticket],
    (cause) =>
      moveTicket(desk, spoken.person, ticket, yes ? 'extend' : 'denyExtension', {
        cause,
        note: yes ? (ticket.extensionAsked?.reason ?? '') : '',
      }),
    (t) => privately(extensionAnswered(t, yes, desk.now), t),
  )
}

async function whichTicket(call: Call, question: Question, ref: { village: string | null; number: number }): Promise<Reply[] | Retold> {
  const { desk, spoken } = call
  await desk.answered(question.id)
  if (typeof question.data.say === 'string') {
    const options = Array.isArray(question.data.options) ? question.data.options.filter((o) => typeof o === 'string') : []
    const label = options.find((o) =>
      ref.village ? o === `${ref.village}${String(ref.number).padStart(2, '0')}` : Number(o.replace(/^\D+/u, '')) === ref.number,
    )
    return { say: question.data.say.replace('%s', label ?? `${ref.village ?? ''}${ref.number}`) }
  }
  const report = await desk.report(string(question.data.report))
  const ids = Array.isArray(question.data.options) ? question.data.options.map(string) : []
  for (const id of ids) {
    const ticket = await desk.ticket(id)
    if (ticket?.number !== ref.number || !report) continue
    const text = textOf(report).replaceAll('\n', '，')
    const closed = ticket.status === 'resolved' || ticket.status === 'closed'
    const moved = closed ? await moveTicket(desk, spoken.person, ticket, 'reopen', { note: text }) : null
    if (!moved || 'refused' in moved) await addFollowUp(desk, spoken.person.id, ticket, report.messages, text)
    return []
  }
  return []
}

/** Words for a photo that came without: they join its report, which closes a window later. */
async function photoWords(call: Call, question: Question): Promise<Reply[] | null> {
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
