import { DAY_MS } from '../domain/durations.ts'
import { saidId } from '../domain/message-ref.ts'
import { groupIn } from '../domain/notice.ts'
import type { Question } from '../ports/question.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { answerIsMatter } from '../tickets/is-matter.ts'
import { answerLook } from '../tickets/look.ts'
import type { OpenDesk } from '../tickets/open-ticket.ts'
import { letStay, which2, whichExtension } from '../wording/replies.ts'
import { whichDayThen } from '../wording/which-day.ts'
import { privately } from './answer.ts'
import { answerVoice } from './answers.ts'
import { answerBind } from './bind.ts'
import { stillAsked } from './decided-loosely.ts'
import type { Call, CallOf, Reply } from './define-command.ts'
import { answerExtension } from './extension.ts'
import { shortsOf } from './find-ticket.ts'
import { letForget } from './forget.ts'
import { letGo } from './gone.ts'

const named = wordsBeside(import.meta.url, 'yes-no')

/** An order said again with what was missing. */
export type Retold = { say: string }

/** Plain answers, and those that are also said among people and so answer nothing in a group. */
const ANSWERS: readonly (readonly [words: RegExp, yes: boolean, loose: boolean])[] = [
  [named('answers-1-1', 'whole'), true, false],
  [named('answers-2-1', 'whole'), false, false],
  [/^(?:我?愿意)$/u, true, true],
  [/^(?:我?不愿意)$/u, false, true],
  [named('answers-5-1', 'whole'), true, true],
  [named('answers-6-1', 'whole'), false, true],
  [named('answers-7-1', 'whole'), false, true],
]
/** 没事 is said of a person, so it answers only what asked to look after one. */
const NOTHING_WRONG = /没(?:啥|什么)?事|不是什么事/u
/** 同意 is said of what waits for an approval, 是 rather of the rest. */
const APPROVALS: readonly Question['what'][] = ['extension', 'approval']
const OF_APPROVAL = named('of-approval', 'whole')
/** 不同意 下周必须完, 同意，抓紧. */
const WITH_WORDS = /^(不同意|同意|不行|不准|不批|批准|准了|批了)[\s，,:：]+(.{2,})$/u

/** What is asked so that one word answers it. */
const YES_OR_NO: readonly Question['what'][] = ['isMatter', 'look', 'typo', 'gone', 'forget', 'voiceWords', 'bindGroup', ...APPROVALS]

const takesYes = (q: Question): boolean => YES_OR_NO.includes(q.what) || (q.what === 'untilWhen' && q.data.guess !== undefined)

interface Said {
  said: string
  yes: boolean
  loose: boolean
  ref: TicketRef | null
  /** What is said besides; only an extension's answer takes it along. */
  words: string
}

/** 是, 同意 竹03, 不同意 下周必须完; null where it is no plain answer. */
export function readAnswer(call: CallOf<'roster'>, words: string): Said | null {
  const plain = (said: string) => ANSWERS.find(([form]) => form.test(said))
  const numbered = /^(不同意|同意|不是|是)\s*(.+)$/u.exec(words)
  const ref = numbered?.[2] ? ticketRef(numbered[2], shortsOf(call.desk)) : null
  if (ref && (ref.rest === '' || /同意$/u.test(numbered?.[1] ?? ''))) {
    const found = plain(numbered?.[1] ?? '')
    return found ? { said: numbered?.[1] ?? '', yes: found[1], loose: found[2], ref, words: ref.rest } : null
  }
  const found = plain(words)
  if (found) return { said: words, yes: found[1], loose: found[2], ref: null, words: '' }
  const more = WITH_WORDS.exec(words)
  const answer = plain(more?.[1] ?? '')
  return more && answer ? { said: more[1] ?? '', yes: answer[1], loose: true, ref: null, words: more[2] ?? '' } : null
}

/** The answer to what was last asked of this person; null when these words answer nothing. */
export async function yesOrNo(call: Call, asked: readonly Question[], said: Said): Promise<Reply[] | Retold | null> {
  const { spoken } = call
  if (said.loose && groupIn(spoken.conversation) && !spoken.quote && !call.called) return null
  const pool = await poolOf(call, asked, said)
  const quoted = pool.find(
    (q) => spoken.quote === saidId(q.id) || (q.ticket !== null && spoken.quotedTickets.some((t) => t.id === q.ticket)),
  )
  const numbered = said.ref ? await ofNumber(call, pool, said.ref) : undefined
  if (said.ref && !numbered) return null
  const [last] = pool
  const question = quoted ?? numbered ?? last
  if (!question || (said.loose && !quoted && (await isOfNewer(call, question)))) return null
  if (!quoted && !numbered && isOneOfSeveral(question, pool)) return privately(await whichOf(call, pool, said.yes))
  return answer(call, question, said)
}

/** Questions that these words may answer. */
async function poolOf(call: CallOf<'answered' | 'now' | 'ticket'>, asked: readonly Question[], { said, words }: Said): Promise<Question[]> {
  const { desk, spoken } = call
  const recent = desk.now.getTime() - DAY_MS
  const fits: Question[] = []
  for (const q of asked) {
    if (!takesYes(q) || (spoken.quote === null && q.askedAt.getTime() < recent)) continue
    // Asked anew, withdrawn, done or answered otherwise since: nobody waits for a word on this one any more.
    const again = q.what === 'extension' && fits.some((newer) => newer.what === 'extension' && newer.ticket === q.ticket)
    if (again || (q.what === 'extension' && !(await stillAsked(call, q)))) await desk.answered(q.id)
    else fits.push(q)
  }
  const ofApproval = OF_APPROVAL.test(said) || words !== ''
  if (NOTHING_WRONG.test(said)) return fits.filter((q) => q.what === 'look')
  const wanted = fits.filter((q) => APPROVALS.includes(q.what) === ofApproval)
  return wanted.length > 0 || ofApproval || groupIn(spoken.conversation) ? wanted : fits
}

/** What was asked just now about one's own words needs no number. */
const isOneOfSeveral = (question: Question, pool: readonly Question[]): boolean =>
  !['typo', 'gone', 'forget', 'untilWhen'].includes(question.what) && pool.length > 1

async function whichOf(call: CallOf<'ticket'>, pool: readonly Question[], yes: boolean): Promise<string> {
  const labels: string[] = []
  for (const q of pool) {
    const ticket = q.what === 'extension' ? await stillAsked(call, q) : null
    if (ticket) labels.push(ticket.label)
  }
  return labels.length > 1 ? whichExtension(labels, yes ? '同意' : '不同意') : which2
}

async function answer(call: Call, question: Question, { yes, words }: Said): Promise<Reply[] | Retold> {
  const { desk } = call
  switch (question.what) {
    case 'isMatter':
      return ofMatter(call, question, yes)
    case 'look':
      return ofLook(call, question, yes)
    case 'extension':
      await desk.answered(question.id)
      return answerExtension(call, question.ticket ? await desk.ticket(question.ticket) : null, yes, words)
    case 'approval':
      await desk.answered(question.id)
      return { say: yes ? question.data.yes : question.data.no }
    case 'bindGroup':
      return answerBind(call, question, yes)
    case 'voiceWords':
      await desk.answered(question.id)
      return answerVoice(call, question, yes)
    case 'gone':
      await desk.answered(question.id)
      return yes ? letGo(call, question) : privately(letStay)
    case 'forget':
      await desk.answered(question.id)
      return yes ? letForget(call, question) : privately(letStay)
    case 'typo':
      await desk.answered(question.id)
      return yes ? { say: question.data.say } : []
    case 'untilWhen':
      // 不是 leaves it open: the next line says which day.
      if (!yes) return privately(whichDayThen)
      await desk.answered(question.id)
      return { say: question.data.say.replace('%s', question.data.guess ?? '') }
    default:
      return []
  }
}

type MatterCall = CallOf<keyof OpenDesk | 'answered' | 'cancelDue' | 'closeReport' | 'deeds' | 'report' | 'teach' | 'ticketsOfMessage'>

/** 撤销 takes back what was registered; a 不是 is taken back by 登记. */
async function ofMatter(call: MatterCall, question: Question<'isMatter'>, yes: boolean): Promise<Reply[]> {
  const { desk, spoken } = call
  const text = await answerIsMatter(desk, spoken.person, question, yes)
  const report = await desk.report(question.data.report)
  const message = report?.messages.at(-1)
  const opened = yes && message ? (await desk.ticketsOfMessage(message.id)).at(-1) : undefined
  if (!opened) desk.deeds.final(`要登记请回“登记 ${question.data.text.slice(0, 20)}”`)
  return privately(text, opened)
}

async function ofLook(call: MatterCall, question: Question<'look'>, yes: boolean): Promise<Reply[]> {
  const { text, ticket } = await answerLook(call.desk, call.spoken.person, question, yes)
  return privately(text, ticket ?? undefined)
}

/** 好 one-to-one answers what was said last: when new work or 办好了吗 came after the question, it is meant for that. */
async function isOfNewer({ desk, spoken }: CallOf<'lastSpokenOf'>, question: Question): Promise<boolean> {
  const [last] = await desk.lastSpokenOf(spoken.conversation, question.askedAt)
  if (!last || last.id === question.ticket) return false
  const given = last.owner === spoken.person.id && last.acceptedAt === null && last.openedAt > question.askedAt
  const asked = last.reporter === spoken.person.id && last.status === 'resolved' && (last.resolvedAt ?? last.openedAt) > question.askedAt
  return given || asked
}

async function ofNumber({ desk }: CallOf<'ticket'>, pool: readonly Question[], ref: TicketRef): Promise<Question | undefined> {
  for (const q of pool) {
    const ticket = q.ticket ? await desk.ticket(q.ticket) : null
    if (ticket?.number === ref.number && (ref.village === null || ticket.label.startsWith(ref.village))) return q
    // 同意 3: of what goes by a number of its own.
    if (q.what === 'approval' && q.data.yes.endsWith(` ${ref.number}`)) return q
  }
  return undefined
}
