import { policeMatterOf } from '../classify/police-matter.ts'
import { inRef, messageRef } from '../domain/message-ref.ts'
import { SLIP_CHANNEL } from '../domain/slip.ts'
import { ALONE } from '../domain/talk.ts'
import type { Ticket } from '../domain/ticket.ts'
import { handToPolice } from '../measures/handovers/verbs.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { Slip } from '../ports/slips.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { withdrawTicket } from '../tickets/withdraw.ts'
import { continueTicket } from './continue-ticket.ts'
import type { JudgeDesk } from './judge-desk.ts'
import { judgeReport } from './judge-report.ts'
import { plainLine, type Read } from './report-text.ts'

type SlipJudgeDesk = JudgeDesk & Pick<Desk, 'slip' | 'openReport' | 'addToReport' | 'ticketsOfMessage'>

/** What its writer says of a matter that is said to be done, or no longer wants; with its number where there are several. */
const VERDICT = /^(?:(\S*\d+)\s+)?(满意|一般|不满意|没修好|撤回)(?:[\s，,：:。]+(.*))?$/su
const NAMED = /^(\S{1,3}\d{2,5})\s+(.+)$/su

/**
 * Something written on the page behind a 说事码. It is told whole, so that nothing is waited for, and it is no order: whoever
 * holds number and code may speak of that one matter as its teller, and may do nothing else.
 */
export async function hearSlip(desk: SlipJudgeDesk, heard: Heard, judge: Judge): Promise<void> {
  const talk = { ...ALONE, toBot: true }
  const read: Read = (text, surely) => {
    const judgement = judge(text, surely ? { ...talk, matter: true } : talk)
    // Nobody fills in a page to chat: what the reader takes for talk is for the clerk to look at.
    return judgement.outcome === 'leave' ? { ...judgement, outcome: 'list' } : judgement
  }
  const slip = await desk.slip({ id: heard.quote ? inRef(heard.quote).id : inRef(heard.id).id })
  if (slip && heard.quote !== null && (await takeVerdict(desk, heard, slip))) return
  const report = await wholeReport(desk, heard, read)
  if (slip && heard.quote !== null && (await addToNamed(desk, report, slip, read))) return
  if (slip?.through && heard.quote === null) await noteThrough(desk, report, slip, slip.through, read)
  else await judgeReport(desk, report, read)
}

async function wholeReport(desk: SlipJudgeDesk, heard: Heard, read: Read): Promise<OpenReport> {
  const { conversation, person } = heard
  const report: OpenReport = {
    ...{ id: desk.newId(), conversation, person, openedAt: desk.now, closesAt: desk.now, closed: false },
    ...{ judgement: read(plainLine(heard.text)), messages: [heard] },
  }
  await desk.openReport(report)
  await desk.addToReport(report.id, heard, desk.now, report.judgement)
  return report
}

async function takeVerdict(desk: SlipJudgeDesk, heard: Heard, slip: Slip): Promise<boolean> {
  const [, label, word, more = ''] = VERDICT.exec(heard.text.trim()) ?? []
  const person = desk.roster.people.get(slip.person)
  if (word === undefined || !person) return false
  const tickets = await ticketsOf(desk, slip)
  const ticket = label === undefined && tickets.length === 1 ? tickets[0] : tickets.find((t) => t.label === label)
  if (!ticket) return false
  const note = more.trim()
  const outcome =
    word === '撤回'
      ? await withdrawTicket(desk, person, ticket)
      : word === '没修好' || word === '不满意'
        ? await moveTicket(desk, person, ticket, 'reopen', { note: note || word, ...(word === '不满意' && { satisfaction: 'poor' }) })
        : await moveTicket(desk, person, ticket, 'confirm', { satisfaction: word === '满意' ? 'good' : 'fair', note })
  // Said twice, or too late: the page shows how it stands.
  if ('refused' in outcome) return outcome.refused === 'wrong-status'
  await desk.attach(ticket.id, [heard])
  return true
}

/** 坪08 还没水: of one slip that has become several matters. */
async function addToNamed(desk: SlipJudgeDesk, report: OpenReport, slip: Slip, read: Read): Promise<boolean> {
  const [, label, text = ''] = NAMED.exec(report.messages[0]?.text.trim() ?? '') ?? []
  const ticket = label && (await ticketsOf(desk, slip)).find((t) => t.label === label)
  const judgement = read(text)
  if (!ticket || judgement.danger) return false
  await continueTicket(desk, report, ticket, text, judgement)
  await desk.closeReport(report.id, judgement, 'followed')
  return true
}

const ticketsOf = (desk: SlipJudgeDesk, { id }: Slip): Promise<Ticket[]> => desk.ticketsOfMessage(messageRef(SLIP_CHANNEL, id))

/** Written by a cadre for somebody who has no telephone for it: registered as told, and told through that cadre. */
async function noteThrough(
  desk: SlipJudgeDesk,
  report: OpenReport,
  { person }: Slip,
  through: NonNullable<Slip['through']>,
  read: Read,
): Promise<void> {
  const text = plainLine(report.messages[0]?.text ?? '')
  const village = villageOfWords(desk.roster, report.conversation, person, text)
  const judgement = read(text)
  const matter = judgement.danger ? null : policeMatterOf(text)
  if (matter) await handToPolice(desk, { matter, reporter: through.person, village, text, key: `police:${report.id}:0` })
  else await open(desk, report, text, village, through, judgement.kind === 'none' ? read(text, true) : judgement)
  await desk.closeReport(report.id, judgement, matter ? 'police' : 'opened')
}

const open = (
  desk: SlipJudgeDesk,
  { person, messages }: OpenReport,
  text: string,
  village: string,
  { person: cadre, name }: NonNullable<Slip['through']>,
  judgement: ReturnType<Read>,
): Promise<Ticket> =>
  openTicket(desk, {
    ...{ judgement: judgement.kind === 'none' ? { ...judgement, kind: 'village', duty: 'V-OTHER' } : judgement },
    ...{ reporter: person, village, text, source: 'noted', messages, group: null, by: cadre },
    through: { person: cadre, name, via: 'point' },
  })
