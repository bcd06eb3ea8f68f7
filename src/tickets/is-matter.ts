import { addWorkingMinutes } from '../domain/calendar.ts'
import { later, WEEK_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { holders, personName } from '../domain/roster.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { notAMatter, registered, tooLate } from '../wording/clerk.ts'
import { askClerk } from '../wording/receipts.ts'
import { aboutWhom } from './about-whom.ts'
import { placeName } from './facts.ts'
import { type OpenDesk, openTicket } from './open-ticket.ts'
import { type TeachDesk, teach } from './teach.ts'

const TWO_WORKING_HOURS = 120
const MAX_QUOTE = 60
/** Who is asked, one after the other, whether it is a matter. */
const ASKED = ['clerk', 'secretary', 'duty'] as const
/** What sounds like a complaint about a cadre is shown to nobody in the village. */
const ASKED_OF_COMPLAINTS = ['leader', 'duty'] as const

export const textOf = (report: Pick<OpenReport, 'messages'>): string =>
  report.messages
    .map((m) => m.text.trim())
    .filter((t) => t !== '')
    .join('\n')

/** Between the lines: asks the clerk privately; the next in line after two working hours without a word. */
export async function askIsMatter(
  desk: Pick<Desk, 'roster' | 'now' | 'calendar' | 'ask' | 'notify' | 'addDue'>,
  report: OpenReport,
  text: string,
  judgement: Judgement,
  village: string,
  turn: number,
): Promise<boolean> {
  const { about, complaint } = aboutWhom(desk.roster, judgement, text, village, village, report.person)
  const named = [...desk.roster.people.values()].filter((p) => p.name.length > 1 && text.includes(p.name)).map((p) => p.id)
  const line = (complaint ? ASKED_OF_COMPLAINTS : ASKED)
    .flatMap((role) => holders(desk.roster, role, village).slice(0, 1))
    .filter((id) => !about.includes(id) && !named.includes(id))
  const person = line[turn]
  if (!person) return false
  const id = `is-matter:${report.id}:${turn}`
  const data = { report: report.id, text, judgement, village, group: groupIn(report.conversation), turn }
  await desk.ask({ id, person, what: 'isMatter', ticket: null, data }, later(desk.now, WEEK_MS))
  const who = personName(desk.roster, report.person)
  const quote = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text
  const words = askClerk(placeName(desk.roster, village), null, who, quote.replaceAll('\n', '，'))
  await desk.notify([
    { key: id, to: toPerson(person), ticket: null, occasion: 'ask-clerk', text: words, urgent: judgement.danger !== null },
  ])
  await desk.addDue({
    key: `ask-next:${report.id}:${turn}`,
    job: 'ask-next',
    at: addWorkingMinutes(desk.now, TWO_WORKING_HOURS, desk.calendar),
    ticket: null,
    data: { question: id },
  })
  return true
}

/** 是 or 不是, by the clerk who was asked: a ticket opens, or nothing happens and the answer is kept as an example. */
export async function answerIsMatter(
  desk: OpenDesk & TeachDesk & Pick<Desk, 'report' | 'answered' | 'cancelDue' | 'closeReport'>,
  by: Person,
  question: Question<'isMatter'>,
  yes: boolean,
): Promise<string> {
  const { judgement, village, text, turn } = question.data
  const report = await desk.report(question.data.report)
  await desk.answered(question.id)
  if (!report) return tooLate
  await desk.cancelDue(`ask-next:${report.id}:${turn}`)
  await desk.closeReport(report.id, judgement, yes ? 'opened' : 'denied')
  const { sensitivity } = judgement
  if (!yes) {
    await teach(desk, by, { source: 'clerk-no', text, kind: 'none', duty: null, sensitivity })
    return notAMatter
  }
  const kind = judgement.kind === 'none' ? ('village' as const) : judgement.kind
  const ticket = await openTicket(desk, {
    judgement: { ...judgement, kind },
    reporter: report.person,
    village,
    text,
    source: groupIn(report.conversation) ? 'group' : 'direct',
    messages: report.messages,
    group: groupIn(report.conversation),
    by: by.id,
  })
  await teach(desk, by, { ...ticket, source: 'clerk-yes' })
  return registered(ticket.label, ticket.title)
}
