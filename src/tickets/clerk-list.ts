import { LAPSED, type ListLine, ON_LIST } from '../domain/clerk-list.ts'
import { DAY_MS, later } from '../domain/durations.ts'
import { toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { personName } from '../domain/roster.ts'
import { TAKEN_BACK } from '../domain/shared.ts'
import { isPrivateDanger, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { clerkList, listAnswered, somebody } from '../wording/clerk.ts'
import { askedAbout, quoted, registerTold, teachNone } from './is-matter.ts'
import type { OpenDesk } from './open-ticket.ts'

/** A list that has grown longer is read by nobody. */
const LONGEST_LIST = 5
/** Of a group on trial the clerk is to see all that would have been registered; a number answers each of so many. */
const LONGEST_OF_SURE = 9

const SURE_OF_KIND = 0.7

type AskListDesk = Pick<Desk, 'now' | 'roster' | 'notify' | 'ask' | 'settleReports' | 'noteWould'>

/** One private message with what sounded like a matter; a number answers it, and so does silence. */
export async function askList(desk: AskListDesk, person: string, lines: readonly (ListLine & { at: Date })[], key: string): Promise<void> {
  // What would have been registered anyway comes first, and none of it falls off.
  const sure = lines.filter((l) => l.sure).slice(0, LONGEST_OF_SURE)
  const shown = [...sure, ...lines.filter((l) => !l.sure).slice(0, Math.max(0, LONGEST_LIST - sure.length))]
  const text = clerkList(
    shown.map((l) => ({
      sure: l.sure === true,
      who: l.hidden ? somebody : personName(desk.roster, l.person),
      at: l.at,
      words: quoted(l.text),
    })),
    desk.now,
  )
  const expiresAt = later(desk.now, DAY_MS)
  await desk.ask({ id: key, person, what: 'clerkList', ticket: null, data: { lines: shown } }, expiresAt)
  await desk.notify([{ key, to: toPerson(person), ticket: null, occasion: 'clerk-list', text, expiresAt }])
  await desk.settleReports(reportsOf(shown), ON_LIST)
  for (const report of reportsOf(shown.filter((l) => l.sure === false))) await desk.noteWould(report, 'list')
}

/** What a letter's report has become stands, whatever becomes of what else was asked for in it. */
const reportsOf = (lines: readonly ListLine[]): string[] => lines.flatMap((l) => (l.part ? [] : l.reports))

/** What a letter asks for beside its first claim: to whoever is asked about each of it, at once and in one message. */
export async function listParts(desk: AskListDesk, report: OpenReport, lines: readonly ListLine[]): Promise<void> {
  const told = lines.map((line) => ({ ...line, part: true, at: report.openedAt }))
  for (const [person, theirs] of Map.groupBy(told, (line) => askedAbout(desk, line)[0] ?? null))
    if (person !== null) await askList(desk, person, theirs, `letter:${report.id}:${person}`)
}

export type AnswerListDesk = OpenDesk &
  Pick<Desk, 'follow' | 'ticketsOfMessage' | 'answered' | 'report' | 'settleReports' | 'heard' | 'teach'>

/** The lines that were chosen become tickets; from the others is learnt that they are none. */
export async function answerList(
  desk: AnswerListDesk,
  by: Person,
  question: Question<'clerkList'>,
  chosen: readonly number[],
): Promise<{ text: string; opened: Ticket[] }> {
  await desk.answered(question.id)
  const opened: Ticket[] = []
  let gone = 0
  for (const [i, line] of question.data.lines.entries()) {
    if (!chosen.includes(i + 1)) {
      await teachNone(desk, by, line)
      await desk.settleReports(reportsOf([line]), 'denied')
      continue
    }
    const messages = line.part ? await told(desk, line) : await stillUntaken(desk, line)
    const same = opened.find((t) => t.reporter === line.person && isSame(t, line))
    if (messages.length === 0) gone += 1
    else if (same) await desk.attach(same.id, messages)
    else opened.push(await registerAround(desk, by, line, messages))
    await desk.settleReports(reportsOf([line]), 'opened')
  }
  return { text: listAnswered(opened, gone), opened }
}

/** What was said on with it goes into it without a word: nothing in it is new to whoever said it. */
async function registerAround(
  desk: OpenDesk & Pick<Desk, 'ticketsOfMessage' | 'heard' | 'teach' | 'follow'>,
  by: Person,
  line: ListLine,
  messages: readonly Heard[],
): Promise<Ticket> {
  const ticket = await registerTold(desk, by, line, messages)
  const around: Heard[] = []
  for (const id of line.around) {
    const message = (await desk.ticketsOfMessage(id)).length === 0 ? await desk.heard(id) : null
    if (message) around.push(message)
  }
  for (const id of ticket.kind === 'village' && !isPrivateDanger(ticket) ? line.too : []) {
    const message = (await desk.ticketsOfMessage(id)).length === 0 ? await desk.heard(id) : null
    if (!message || message.person === ticket.reporter) continue
    await desk.follow(ticket.id, message.person)
    around.push(message)
  }
  await desk.attach(ticket.id, around)
  return ticket
}

/** Two lines of one person on one list are one matter told twice, unless they are surely of different kinds. */
const isSame = (ticket: Ticket, { judgement, part }: ListLine): boolean =>
  part
    ? ticket.duty === judgement.duty
    : ticket.duty === judgement.duty || ticket.kind === judgement.kind || judgement.confidence < SURE_OF_KIND

/** Nobody answered before the next list: it lapses. */
export async function lapse(desk: Pick<Desk, 'answered' | 'settleReports'>, question: Question<'clerkList'>): Promise<void> {
  await desk.answered(question.id)
  await desk.settleReports(reportsOf(question.data.lines), LAPSED)
}

async function told(desk: Pick<Desk, 'report'>, line: ListLine): Promise<Heard[]> {
  const messages: Heard[] = []
  for (const id of line.reports) messages.push(...((await desk.report(id))?.messages ?? []))
  return messages.sort((a, b) => Number(a.seq - b.seq))
}

/** What has meanwhile become part of a ticket is not opened again. */
async function stillUntaken(desk: Pick<Desk, 'ticketsOfMessage' | 'report'>, line: ListLine): Promise<Heard[]> {
  const messages: Heard[] = []
  for (const m of await told(desk, line)) if (m.text !== TAKEN_BACK && (await desk.ticketsOfMessage(m.id)).length === 0) messages.push(m)
  return messages
}
