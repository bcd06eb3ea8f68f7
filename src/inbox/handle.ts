import { isPlainlyChat } from '../classify/plain-chat.ts'
import { policeMatterOf } from '../classify/police-matter.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { TAKEN_BACK } from '../domain/shared.ts'
import { isSlip } from '../domain/slip.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { heardByWing } from '../measures/index.ts'
import { type Outcome, obey } from '../orders/index.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import { addFollowUp, type FollowUpDesk } from '../tickets/add-follow-up.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { addLine } from './assemble.ts'
import { correctLast } from './correct-last.ts'
import { addToDanger } from './danger-again.ts'
import { endReport } from './end-report.ts'
import { hearSlip } from './hear-slip.ts'
import { heardOnly } from './heard-only.ts'
import { hideName } from './hide-name.ts'
import type { JudgeDesk } from './judge-desk.ts'
import { judgeReport } from './judge-report.ts'
import { isUnheard, leaveUnheard } from './leave-unheard.ts'
import { followWhatWasSaid } from './me-too.ts'
import { answeredOnPage } from './on-page.ts'
import { waitsForWords } from './photo-waiting.ts'
import { plainLine, type Read } from './report-text.ts'
import { takeLink, takeShared } from './shared.ts'
import { talkBefore } from './talk-before.ts'
import { toldInForm } from './told-in-form.ts'
import { listenTo } from './voice.ts'
import { wordsForPhoto } from './words-for-photo.ts'

/** Each text is read once, in the conversation of the message in hand. */
function once(read: Read): Read {
  const known = new Map<string, ReturnType<Read>>()
  return (text, surely) => {
    const key = `${surely ? '!' : ''}${text}`
    const found = known.get(key) ?? read(text, surely)
    known.set(key, found)
    return found
  }
}

/** One message, from arrival to decision: an order, a me-too, a correction, more of a danger, a photo for a ticket, or a line of a report. */
export async function handleMessage(chat: Desk, heard: Heard, judge: Judge): Promise<void> {
  const desk = heardOnly(answeredOnPage(chat, heard), heard)
  const person = desk.roster.people.get(heard.person)
  if (!person || heard.text === TAKEN_BACK) return
  // What was over when this was said ends before it is heard: lines that had to wait are put together as if they had not.
  for (const report of await desk.openReports(heard.conversation)) if (report.closesAt <= heard.at) await endReport(desk, report, judge)
  if (isSlip(heard)) return hearSlip(desk, heard, judge)
  if (heard.voice && heard.text.trim() === '') return listenTo(desk, heard)
  if (isUnheard(heard)) return leaveUnheard(desk, heard)
  if (await heardByWing(desk, heard)) return
  if (await toldInForm(desk, heard)) return
  const shared = await takeShared(desk, heard)
  if (shared === 'taken') return
  const quotedTickets = heard.quote ? await desk.ticketsOfMessage(heard.quote) : []
  const talk = await talkBefore(desk, heard)
  const read = once((text, surely) => judge(text, surely ? { ...talk, matter: true } : talk))
  const { conversation, text, quote, photos } = heard
  if (shared === 'waits') {
    const { ended } = await addLine(desk, heard, ofAuthor(await desk.openReports(conversation), heard), read(''), read)
    if (ended) await judgeReport(desk, ended, read)
    return
  }
  const outcome = await obey(
    desk,
    { person, conversation, messageId: heard.id, text, quotedTickets, quote, photos },
    {
      judge: read,
      policeMatter: policeMatterOf,
      before: () => endOwnReport(desk, heard, read),
      hearOut: () => hearOut(desk, heard, read),
      hear: (id, words) => takeForSaid(desk, id, words, judge),
    },
  )
  if (outcome.handled) return reply(desk, heard, outcome.replies)
  if (await takeLink(desk, heard)) return
  if (await followWhatWasSaid(desk, heard, quotedTickets, read)) return
  const open = await desk.openReports(conversation)
  const mine = ofAuthor(open, heard)
  // A photo that waits for its words holds nothing up.
  const told = mine !== null && !waitsForWords(mine)
  if (!told && (await hideName(desk, heard))) return
  if (!told && (await correctLast(desk, heard, quotedTickets, read))) return
  if (!told && (await saysMoreOfDanger(desk, heard, read))) return
  const words = plainLine(text)
  if (words === '' && photos.length > 0 && (await photoForQuoted(desk, heard, quotedTickets))) return
  const line = read(words)
  // 嗯, 谢谢, a sticker: part of nothing that is told.
  if (words !== '' && isPlainlyChat(words) && photos.length === 0 && groupIn(conversation) !== null) return
  // Who was only talking may turn to it at any time.
  if ((!told || mine?.judgement?.outcome === 'leave') && (await wordsForPhoto(desk, open, heard, read))) return
  const { ended, report, judgement } = await addLine(desk, heard, mine, line, read)
  if (ended) await judgeReport(desk, ended, read)
  if (judgement.danger !== null) await judgeReport(desk, report, read)
}

async function reply(desk: Pick<Desk, 'notify'>, heard: Heard, replies: Extract<Outcome, { handled: true }>['replies']): Promise<void> {
  const speaker = toPerson(heard.person)
  for (const [i, reply] of replies.entries())
    await desk.notify([
      {
        key: `reply:${heard.id}:${i}`,
        to: reply.where === 'group' ? heard.conversation : speaker,
        ticket: reply.ticket ?? null,
        occasion: 'reply',
        text: reply.text,
        answer: reply.where === 'private',
        ...(reply.where === 'group' && { aside: speaker }),
        ...(reply.brief && { brief: reply.brief }),
        ...(reply.picture && { picture: reply.picture }),
        ...(reply.file && { file: reply.file }),
      },
    ])
}

const ofAuthor = (open: readonly OpenReport[], { person }: Heard): OpenReport | null => {
  const mine = open.filter((r) => r.person === person)
  return mine.findLast((r) => r.messages.some((m) => m.text.trim() !== '')) ?? mine.at(-1) ?? null
}

/** What was spoken, once its speaker has said 是: the message says it now, and is handled as if it had been typed. */
async function takeForSaid(desk: Desk, messageId: string, text: string, judge: Judge): Promise<void> {
  const spoken = await desk.heard(messageId)
  if (!spoken || text === '') return
  await desk.writeDown(messageId, text)
  await handleMessage(desk, { ...spoken, text }, judge)
}

/** An order ends what its author was saying: it is judged first, so that 撤回 finds its ticket. */
async function endOwnReport(desk: JudgeDesk & Pick<Desk, 'openReports'>, heard: Heard, read: Read): Promise<void> {
  for (const report of await desk.openReports(heard.conversation))
    if (report.person === heard.person && report.messages.some((m) => m.text.trim() !== '')) await judgeReport(desk, report, read)
}

/** What others are telling in this group and is surely a matter is judged now; anything else goes on being told. */
async function hearOut(desk: JudgeDesk & Pick<Desk, 'openReports'>, heard: Heard, read: Read): Promise<Ticket[]> {
  const tickets = new Map<string, Ticket>()
  for (const report of groupIn(heard.conversation) === null ? [] : await desk.openReports(heard.conversation)) {
    if (report.person === heard.person || report.judgement?.outcome !== 'open') continue
    await judgeReport(desk, report, read)
    for (const m of report.messages) for (const t of await desk.ticketsOfMessage(m.id)) tickets.set(t.id, t)
  }
  return [...tickets.values()]
}

type SaysMoreOfDangerDesk = FollowUpDesk & Pick<Desk, 'settings' | 'tickets' | 'history' | 'follow' | 'suppress'>

/** Somebody in danger types a line at a time: no window holds back what comes after the first. */
async function saysMoreOfDanger(desk: SaysMoreOfDangerDesk, heard: Heard, read: Read): Promise<boolean> {
  const text = plainLine(heard.text)
  if (text === '') return false
  const village = villageOfWords(desk.roster, heard.conversation, heard.person, text)
  return addToDanger(desk, { person: heard.person, conversation: heard.conversation, village, messages: [heard], text }, read(text))
}

/** A photo without a word goes to the matter that its author quotes; any other waits for its words. */
async function photoForQuoted(desk: FollowUpDesk, heard: Heard, quoted: readonly Ticket[]): Promise<boolean> {
  const ticket = quoted.find(isLive)
  if (ticket) await addFollowUp(desk, heard.person, ticket, [heard], '')
  return ticket !== undefined
}
