import { wantsNoName } from '../classify/anonymous.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { personName } from '../domain/roster.ts'
import { believed, hasOpinion } from '../domain/second-opinion.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import type { Opined, Opinion } from '../ports/second-reader.ts'
import { addFollowUp, type FollowUpDesk } from '../tickets/add-follow-up.ts'
import { amendByModel } from '../tickets/amend-by-model.ts'
import type { FactsDesk } from '../tickets/facts.ts'
import { askIsMatter } from '../tickets/is-matter.ts'
import { onDuty } from '../tickets/on-duty.ts'
import type { OpenDesk } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { perhapsDanger } from '../wording/second-opinion.ts'
import { listHeld, listTogether, openHeld } from './held.ts'
import { type Joined, joinLines, settleJoined } from './join-lines.ts'

/** Later than this a model's word helps nobody: people have begun to act on the first one. */
export const IN_TIME_MS = 60_000
const TURNS = [0, 1, 2]
const MAX_QUOTE = 60

export interface AskedOpinion {
  call: string
  report: string
  ticket: string | null
  text: string
  local: Judgement
  askedAt: Date
  /** The lines that the model was shown, in that order. */
  lines?: readonly string[]
  /** It waits to be opened or not. */
  held?: boolean
}

type ApplyDesk = OpenDesk &
  Pick<
    Desk,
    | 'settings'
    | 'ticket'
    | 'tickets'
    | 'ticketsOfMessage'
    | 'history'
    | 'suppress'
    | 'addDue'
    | 'dueOf'
    | 'ask'
    | 'question'
    | 'amendQuestion'
    | 'report'
    | 'addToReport'
    | 'closeReport'
    | 'closedReports'
    | 'settleReports'
    | 'heard'
    | 'recentBy'
    | 'noteWould'
  >

/** The second transaction: the desk looks again, and what the model said becomes at most a place for it, an amendment, a doubt or a question. */
export async function hearOpinion(
  desk: ApplyDesk & Pick<Desk, 'callWaits' | 'endCall'>,
  asked: AskedOpinion,
  opinion: Opinion,
): Promise<void> {
  if (!(await desk.callWaits(asked.call))) return
  const late = desk.now.getTime() - asked.askedAt.getTime() > IN_TIME_MS
  if (late || 'failed' in opinion) {
    if (asked.held) await openHeld(desk, asked)
    return desk.endCall(asked.call, 'failed' in opinion && !late ? `failed: ${opinion.failed}` : 'late')
  }
  await desk.endCall(asked.call, await apply(desk, asked, opinion), opinion.judgement)
}

async function apply(desk: ApplyDesk, asked: AskedOpinion, opinion: Opined): Promise<string> {
  const { judgement: model, lines = [] } = opinion
  const ids = lines.flatMap((n) => asked.lines?.[n - 1] ?? [])
  const report = await desk.report(asked.report)
  if (asked.ticket) {
    const ticket = await desk.ticket(asked.ticket)
    if (!ticket) return 'gone'
    if (report && hasOpinion(asked.local, model)) await joinTo(desk, report, ticket, await joinLines(desk, report, asked.text, ids))
    return amendByModel(desk, ticket, asked.local, model)
  }
  if (!report) return 'gone'
  const judgement = believed(asked.local, model)
  const village = villageOfWords(desk.roster, report.conversation, report.person, asked.text)
  if (model.danger) await warn(desk, report, { text: asked.text, village, judgement: model, reporter: report.person })
  if (await isTaken(desk, report)) return 'decided already'
  const followed = hasOpinion(asked.local, model) ? await ticketNamed(desk, report, village, opinion.ticket ?? null) : null
  const joined = await joinLines(desk, report, asked.text, judgement.kind === 'none' ? [] : ids)
  if (followed) return follow(desk, report, followed, joined)
  if (judgement.kind === 'none') return asked.held ? listHeld(desk, report, judgement) : 'agrees'
  // Whoever may be in danger at home is looked after by whoever was warned; nobody else reads of it.
  if (asked.held && atHome(model.danger) !== null) return listHeld(desk, report, judgement, 'shown')
  if (asked.held) {
    await settleJoined(desk, joined, 'opened')
    // No word of a model is an alarm.
    const ticket = await openHeld(desk, asked, { ...judgement, danger: asked.local.danger }, joined)
    if (ticket && joined.others.length > 0) await desk.attach(ticket.id, joined.others)
    return 'opened'
  }
  const amended = await amendOpenQuestion(desk, report, judgement)
  if (amended) return amended
  if (groupIn(report.conversation) === null) return askClerk(desk, report, judgement, village, asked.text)
  return (await listTogether(desk, report, judgement, joined)) ? 'listed' : 'decided already'
}

/** Somebody else has decided in the meantime. */
async function isTaken(desk: Pick<Desk, 'ticketsOfMessage'>, report: OpenReport): Promise<boolean> {
  const [first] = report.messages
  return first !== undefined && (await desk.ticketsOfMessage(first.id)).length > 0
}

/** The ticket by the label that the model was shown, as it stands now: public, live, of that village, and not about the speaker. */
async function ticketNamed(
  desk: Pick<Desk, 'tickets'>,
  { person }: OpenReport,
  village: string,
  label: string | null,
): Promise<Ticket | null> {
  if (label === null) return null
  const open = await desk.tickets({ statuses: ['open', 'waiting'], villages: [village], limit: 100, newestFirst: true })
  return open.find((t) => t.label === label && isLive(t) && !isPrivate(t) && !t.about.includes(person)) ?? null
}

async function follow(
  desk: FollowUpDesk & Pick<Desk, 'closeReport' | 'settleReports'>,
  report: OpenReport,
  ticket: Ticket,
  joined: Joined,
): Promise<string> {
  await addFollowUp(desk, report.person, ticket, joined.own, joined.text.replaceAll('\n', '，'))
  await settleJoined(desk, joined, 'followed')
  await desk.closeReport(report.id, report.judgement, 'followed')
  return `followed ${ticket.label}`
}

/** Lines said around a matter that has been opened already. */
async function joinTo(desk: Pick<Desk, 'attach' | 'settleReports'>, report: OpenReport, ticket: Ticket, joined: Joined): Promise<void> {
  const lines = [...joined.own, ...joined.others].filter((m) => m.report !== report.id)
  if (lines.length === 0) return
  await desk.attach(ticket.id, lines)
  await settleJoined(desk, joined, 'opened')
}

/** The clerk has been asked already: 是 will open it as it is understood now. */
async function amendOpenQuestion(
  desk: Pick<Desk, 'question' | 'amendQuestion'>,
  report: OpenReport,
  judgement: Judgement,
): Promise<string | null> {
  for (const turn of TURNS) {
    const question = await desk.question(`is-matter:${report.id}:${turn}`)
    if (question?.what !== 'isMatter') continue
    await desk.amendQuestion(question, { ...question.data, judgement })
    return 'amended the question'
  }
  return null
}

/** What the local reader left alone may be a matter after all: who told it to the bot alone does not wait for the list. */
async function askClerk(
  desk: FactsDesk & Pick<Desk, 'notify' | 'addDue' | 'ask'>,
  report: OpenReport,
  judgement: Judgement,
  village: string,
  text: string,
): Promise<string> {
  const hidden = wantsNoName(text)
  return (await askIsMatter(desk, report, { text, judgement, village, person: report.person, hidden }, 0))
    ? 'asked the clerk'
    : 'nobody to ask'
}

async function warn(desk: Pick<Desk, 'roster' | 'notify'>, report: OpenReport, told: Parameters<typeof onDuty>[1]): Promise<void> {
  const duty = onDuty(desk, told)
  if (!duty) return
  const text = perhapsDanger(
    placeName(desk.roster, told.village),
    personName(desk.roster, report.person),
    told.text.slice(0, MAX_QUOTE).replaceAll('\n', '，'),
  )
  const key = `second:danger:${report.id}`
  await desk.notify([{ key, to: toPerson(duty), ticket: null, occasion: 'second:danger', text, urgent: true }])
}
