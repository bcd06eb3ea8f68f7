import { addWorkingMinutes } from '../domain/calendar.ts'
import { later, WEEK_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { holders, personName } from '../domain/roster.ts'
import { withoutShared } from '../domain/shared.ts'
import { sourceOf } from '../domain/slip.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { notAMatter, registered, somebody, tooLate } from '../wording/clerk.ts'
import { askClerk } from '../wording/receipts.ts'
import { aboutWhom } from './about-whom.ts'
import { type OpenDesk, openTicket } from './open-ticket.ts'
import { type TeachDesk, teach } from './teach.ts'

const TWO_WORKING_HOURS = 120
const MAX_QUOTE = 60
const SURE_OF_KIND = 0.9
/** A thing, and what is wrong with it. */
const BOTH = 2
/** Who is asked, one after the other, whether it is a matter. */
const ASKED = ['clerk', 'secretary', 'duty'] as const
/** What sounds like a complaint about a cadre is shown to nobody in the village. */
const ASKED_OF_COMPLAINTS = ['leader', 'duty'] as const

/** What somebody told that may be a matter. */
export interface Perhaps {
  text: string
  judgement: Judgement
  village: string
  person: string
  /** 别说是我说的. */
  hidden: boolean
}

export const textOf = (report: Pick<OpenReport, 'messages'>): string =>
  report.messages
    .map((m) => withoutShared(m.text).trim())
    .filter((t) => t !== '')
    .join('\n')

/** Who may be asked about it, the first first: nobody whom it is about or who is named in it. */
export function askedAbout({ roster }: Pick<Desk, 'roster'>, { text, judgement, village, person }: Perhaps): string[] {
  const { about, complaint } = aboutWhom(roster, judgement, text, village, village, person)
  const named = [...roster.people.values()].filter((p) => p.name.length > 1 && text.includes(p.name)).map((p) => p.id)
  return (complaint ? ASKED_OF_COMPLAINTS : ASKED)
    .flatMap((role) => holders(roster, role, village).slice(0, 1))
    .filter((id) => !about.includes(id) && !named.includes(id))
}

/** What is shown of it, on one line. */
export const quoted = (text: string): string => {
  const line = text.replaceAll('\n', '，')
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line
}

/** What cannot wait for the clerk's list: the clerk is asked privately; the next in line after two working hours without a word. */
export async function askIsMatter(
  desk: Pick<Desk, 'roster' | 'now' | 'calendar' | 'ask' | 'notify' | 'addDue'>,
  report: OpenReport,
  told: Perhaps,
  turn: number,
): Promise<boolean> {
  const person = askedAbout(desk, told)[turn]
  if (!person) return false
  const { text, judgement, village, hidden } = told
  const id = `is-matter:${report.id}:${turn}`
  const data = { report: report.id, text, judgement, village, group: groupIn(report.conversation), hidden, turn }
  await desk.ask({ id, person, what: 'isMatter', ticket: null, data }, later(desk.now, WEEK_MS))
  const who = hidden ? somebody : personName(desk.roster, report.person)
  const words = askClerk(placeName(desk.roster, village), null, who, quoted(text))
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

/** Told in hints, or nobody can tell whether it is the village's or a family's: the group reads a number and no more. */
const discreet = (judgement: Judgement): Judgement =>
  judgement.kind === 'village' &&
  judgement.sensitivity === null &&
  (judgement.confidence < SURE_OF_KIND || judgement.evidence.length < BOTH || judgement.duty?.endsWith('-OTHER'))
    ? { ...judgement, sensitivity: 'family' }
    : judgement

/** By a cadre's word it is a matter: a ticket of its teller, and an example. */
export async function registerTold(desk: OpenDesk & TeachDesk, by: Person, told: Perhaps, messages: readonly Heard[]): Promise<Ticket> {
  const { text, judgement, village, person, hidden } = told
  const group = groupIn(messages[0]?.conversation ?? '')
  const ticket = await openTicket(desk, {
    judgement: discreet({ ...judgement, kind: judgement.kind === 'none' ? 'village' : judgement.kind }),
    reporter: person,
    village,
    text,
    source: sourceOf(messages),
    messages,
    group: desk.roster.groups.get(group ?? '')?.kind === 'village' ? group : null,
    by: by.id,
    ...(hidden && { hidden }),
  })
  await teach(desk, by, { ...ticket, source: 'clerk-yes' })
  return ticket
}

export const teachNone = (
  desk: TeachDesk,
  by: Person,
  { text, judgement: { sensitivity } }: Pick<Perhaps, 'text' | 'judgement'>,
): Promise<void> => teach(desk, by, { source: 'clerk-no', text, kind: 'none', duty: null, sensitivity })

/** 是 or 不是, by the clerk who was asked: a ticket opens, or nothing happens and the answer is kept as an example. */
export async function answerIsMatter(
  desk: OpenDesk & TeachDesk & Pick<Desk, 'report' | 'answered' | 'cancelDue' | 'closeReport'>,
  by: Person,
  question: Question<'isMatter'>,
  yes: boolean,
): Promise<string> {
  const { judgement, village, text, hidden, turn } = question.data
  const report = await desk.report(question.data.report)
  await desk.answered(question.id)
  if (!report) return tooLate
  await desk.cancelDue(`ask-next:${report.id}:${turn}`)
  await desk.closeReport(report.id, judgement, yes ? 'opened' : 'denied')
  const told: Perhaps = { text, judgement, village, person: report.person, hidden }
  if (!yes) {
    await teachNone(desk, by, told)
    return notAMatter
  }
  const ticket = await registerTold(desk, by, told, report.messages)
  return registered(ticket.label, ticket.title)
}
