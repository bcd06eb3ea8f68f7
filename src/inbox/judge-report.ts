import { wantsNoName } from '../classify/anonymous.ts'
import { isFollowUp } from '../classify/follow-up.ts'
import { partsOf } from '../classify/parts.ts'
import { policeMatterOf } from '../classify/police-matter.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { dayOf } from '../domain/moments.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { handToPolice } from '../measures/handovers/verbs.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { askIsMatter } from '../tickets/is-matter.ts'
import { askForLook } from '../tickets/look.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { hello } from '../wording/receipts.ts'
import { answerFromList } from './answer-from-list.ts'
import { askModelLater } from './ask-model-later.ts'
import { addToDanger } from './danger-again.ts'
import { findFollowed } from './find-followed.ts'
import { offerMerge } from './offer-merge.ts'
import { isRemark } from './remark.ts'
import { textOfReport } from './report-text.ts'

type Judge = (text: string) => Judgement

/** Ends a report: it becomes part of an open ticket, a ticket or two, a question to the clerk, an answer, or nothing. */
export async function judgeReport(desk: Desk, report: OpenReport, judge: Judge): Promise<string> {
  const text = textOfReport(report, judge)
  const judgement = judge(text)
  const outcome = text === '' ? 'left' : await decide(desk, report, text, judgement, judge)
  await desk.closeReport(report.id, judgement, outcome)
  await desk.cancelDue(`close-report:${report.id}`)
  return outcome
}

async function decide(desk: Desk, report: OpenReport, text: string, judgement: Judgement, judge: Judge): Promise<string> {
  const village = villageOfWords(desk.roster, report.conversation, report.person, text)
  const { openAt, askAt } = desk.settings
  if (await addToDanger(desk, { ...report, village, text }, judgement)) return 'followed'
  if (judgement.hint) {
    const shown = await askForLook(desk, report, { text, judgement, village })
    // What may happen at home goes no other way; a crack in a public wall is a matter besides.
    if (atHome(judgement.hint)) return shown ? 'shown' : 'left'
  }
  const parts = severalMatters(text, judge, openAt)
  if (parts) {
    for (const [n, part] of parts.entries())
      if (!(await toPolice(desk, report, part, village, n))) await open(desk, report, part, judge(part), village)
    return 'opened'
  }
  const followed = judgement.danger ? null : await findFollowed(desk, report, text, judgement)
  if (followed === 'asked') return 'asked-which'
  if (followed) {
    await continueTicket(desk, report, followed, text, judgement)
    return 'followed'
  }
  if (!judgement.danger) {
    if (await answerFromList(desk, report, text, judgement)) return 'answered'
    const told = judgement.kind !== 'none' && judgement.matter >= askAt
    if (told && (await toPolice(desk, report, text, village))) return 'police'
    if (judgement.kind === 'none' || judgement.matter < openAt) await askModelLater(desk, { report, text, judgement, ticket: null })
    if (!told) return leave(desk, report)
    if (groupIn(report.conversation) && (await isRemark(desk, report, text, judgement, judge))) return 'left'
    if (judgement.matter < openAt) return (await askIsMatter(desk, report, text, judgement, village, 0)) ? 'asked' : leave(desk, report)
  }
  await open(desk, report, text, judgement, village)
  return 'opened'
}

/** What is for the police from the first word on becomes no ticket. */
async function toPolice(desk: Desk, report: OpenReport, text: string, village: string, part = 0): Promise<boolean> {
  const matter = policeMatterOf(text)
  if (matter) await handToPolice(desk, { matter, reporter: report.person, village, text, key: `police:${report.id}:${part}` })
  return matter !== null
}

async function open(desk: Desk, report: OpenReport, text: string, judgement: Judgement, village: string): Promise<void> {
  const group = groupIn(report.conversation)
  const known = group ? desk.roster.groups.get(group) : undefined
  const ticket = await openTicket(desk, {
    judgement,
    reporter: report.person,
    village,
    text,
    source: group ? 'group' : 'direct',
    messages: report.messages,
    group: known?.kind === 'village' ? group : null,
    ...(wantsNoName(text) && { hidden: true }),
  })
  await offerMerge(desk, ticket, judgement)
  await askModelLater(desk, { report, text, judgement, ticket: ticket.id })
}

/** Two matters in one message: each is surely one by itself, and they are not the same. */
function severalMatters(text: string, judge: Judge, openAt: number): string[] | null {
  const parts = partsOf(text)
  if (parts.length < 2) return null
  const judged = parts.map((part) => judge(part))
  const sure = judged.every((j) => j.kind !== 'none' && j.matter >= openAt && j.danger === null)
  const different = new Set(judged.map((j) => j.duty)).size === parts.length
  return sure && different ? parts : null
}

/** What is no matter gets no answer in a group; who writes to the bot alone is told once a day what it is there for. */
async function leave(desk: Desk, report: OpenReport): Promise<string> {
  if (groupIn(report.conversation) === null)
    await desk.notify([
      {
        key: `hello:${report.person}:${dayOf(desk.now)}`,
        to: toPerson(report.person),
        ticket: null,
        occasion: 'hello',
        text: hello,
        answer: true,
      },
    ])
  return 'left'
}

/** 还是没修 brings a resolved or closed ticket back, and so does the same trouble told again; anything else is added to it. */
async function continueTicket(desk: Desk, report: OpenReport, ticket: Ticket, text: string, judgement: Judgement): Promise<void> {
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
  await addFollowUp(desk, report.person, ticket, report.messages, note)
}
