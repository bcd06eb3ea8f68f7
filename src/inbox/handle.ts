import { policeMatterOf } from '../classify/police-matter.ts'
import { DAY_MS, earlier } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { hearAlarmAnswer } from '../measures/alarm/verbs.ts'
import { obey } from '../orders/index.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { addLine } from './assemble.ts'
import { correctLast, lastOwn } from './correct-last.ts'
import { addToDanger } from './danger-again.ts'
import { judgeReport } from './judge-report.ts'
import { followWhatWasSaid } from './me-too.ts'
import { plainLine, textOfReport } from './report-text.ts'
import { listenTo } from './voice.ts'

type Judge = (text: string) => Judgement

/** One message, from arrival to decision: an order, a me-too, a correction, more of a danger, a photo for a ticket, or a line of a report. */
export async function handleMessage(desk: Desk, heard: Heard, judge: Judge): Promise<void> {
  const person = desk.roster.people.get(heard.person)
  if (!person) return
  if (heard.voice && heard.text.trim() === '') return listenTo(desk, heard)
  if (await hearAlarmAnswer(desk, heard)) return
  const quotedTickets = heard.quote ? await desk.ticketsOfMessage(heard.quote) : []
  const { conversation, text, quote, photos } = heard
  const outcome = await obey(
    desk,
    { person, conversation, messageId: heard.id, text, quotedTickets, quote, photos },
    {
      judge,
      policeMatter: policeMatterOf,
      before: () => endOwnReport(desk, heard, judge),
      hearOut: () => hearOut(desk, heard, judge),
      hear: (id, words) => takeForSaid(desk, id, words, judge),
    },
  )
  if (outcome.handled) {
    for (const [i, reply] of outcome.replies.entries())
      await desk.notify([
        {
          key: `reply:${heard.id}:${i}`,
          to: reply.where === 'group' ? conversation : toPerson(person.id),
          ticket: reply.ticket ?? null,
          occasion: 'reply',
          text: reply.text,
          answer: reply.where === 'private',
          ...(reply.where === 'group' && { aside: toPerson(person.id) }),
          ...(reply.brief && { brief: reply.brief }),
          ...(reply.picture && { picture: reply.picture }),
        },
      ])
    return
  }
  if (await followWhatWasSaid(desk, heard, quotedTickets, judge)) return
  if (await correctLast(desk, heard, judge)) return
  if (await saysMoreOfDanger(desk, heard, judge)) return
  if (plainLine(text) === '' && photos.length > 0 && (await photoForTicket(desk, heard, quotedTickets))) return
  const { ended, report, atOnce } = await addLine(desk, heard, judge)
  if (ended) await judgeReport(desk, ended, judge)
  if (atOnce) await judgeReport(desk, report, judge)
}

/** What was spoken, once its speaker has said 是: the message says it now, and is handled as if it had been typed. */
async function takeForSaid(desk: Desk, messageId: string, text: string, judge: Judge): Promise<void> {
  const spoken = await desk.heard(messageId)
  if (!spoken || text === '') return
  await desk.writeDown(messageId, text)
  await handleMessage(desk, { ...spoken, text }, judge)
}

/** An order ends what its author was saying: it is judged first, so that 撤回 finds its ticket. */
async function endOwnReport(desk: Desk, heard: Heard, judge: Judge): Promise<void> {
  for (const report of await desk.openReports(heard.conversation))
    if (report.person === heard.person && report.messages.some((m) => m.text.trim() !== '')) await judgeReport(desk, report, judge)
}

/** What others are telling in this group and is surely a matter is judged now; anything else goes on being told. */
async function hearOut(desk: Desk, heard: Heard, judge: Judge): Promise<Ticket[]> {
  const tickets = new Map<string, Ticket>()
  for (const report of groupIn(heard.conversation) === null ? [] : await desk.openReports(heard.conversation)) {
    const sofar = judge(textOfReport(report, judge))
    if (report.person === heard.person || sofar.kind === 'none' || sofar.matter < desk.settings.openAt) continue
    await judgeReport(desk, report, judge)
    for (const m of report.messages) for (const t of await desk.ticketsOfMessage(m.id)) tickets.set(t.id, t)
  }
  return [...tickets.values()]
}

/** Somebody in danger types a line at a time: no window holds back what comes after the first. */
async function saysMoreOfDanger(desk: Desk, heard: Heard, judge: Judge): Promise<boolean> {
  const text = plainLine(heard.text)
  if (text === '' || (await desk.openReports(heard.conversation)).some((r) => r.person === heard.person)) return false
  const village = villageOfWords(desk.roster, heard.conversation, heard.person, text)
  return addToDanger(desk, { person: heard.person, conversation: heard.conversation, village, messages: [heard], text }, judge(text))
}

/** A photo without a word goes to the matter its author quotes or has just told, or has in hand. */
async function photoForTicket(desk: Desk, heard: Heard, quoted: readonly Ticket[]): Promise<boolean> {
  const mine = (await desk.openReports(heard.conversation)).some((r) => r.person === heard.person)
  if (mine) return false
  const ticket = quoted.find(isLive) ?? (await lastOwn(desk, heard.person)) ?? (await lastInHand(desk, heard))
  if (!ticket) return false
  await addFollowUp(desk, heard.person, ticket, [heard], '')
  return true
}

/** A cadre's photo belongs to the matter of theirs that was last spoken of here; often it shows what has just been done. */
async function lastInHand(desk: Desk, heard: Heard): Promise<Ticket | null> {
  const spoken = await desk.lastSpokenOf(heard.conversation, earlier(desk.now, DAY_MS))
  return spoken.find((t) => t.owner === heard.person && (isLive(t) || t.status === 'resolved')) ?? null
}
