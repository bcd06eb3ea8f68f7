import { groupIn } from '../domain/notice.ts'
import type { Question } from '../ports/desk.ts'
import { type TicketRef, ticketRef } from '../spoken/ticket-ref.ts'
import { readWhen } from '../spoken/when.ts'
import { readWho } from '../spoken/who.ts'
import { answerIsMatter } from '../tickets/is-matter.ts'
import { which2 } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { addPhotoWords, followedReport } from './answers.ts'
import type { Call, Command, Reply } from './define-command.ts'
import { answerExtension } from './extension.ts'
import { cadresOf, fullName } from './find-person.ts'
import { shortsOf } from './find-ticket.ts'
import { readOrder } from './read-order.ts'
import { isTalk } from './talk.ts'
import { sceneOf } from './understand.ts'

/** An order said again with what was missing. */
export type Retold = { say: string }

/** Plain answers, and those that are also said among people and so answer nothing in a group. */
const ANSWERS: readonly (readonly [words: RegExp, yes: boolean, loose: boolean])[] = [
  [/^(?:是|是的|是呢|同意|要登记|同意延期)$/u, true, false],
  [/^(?:不是|不是事|不是的|不同意|不登记|不用登记)$/u, false, false],
  [/^(?:对|对的|嗯|嗯嗯|要|登记|可以|行|好|好的|准|准了|批准|批了)$/u, true, true],
  [/^(?:不|不对|不用|不要|不行|不准|没有|算了)$/u, false, true],
]
const OF_EXTENSION = /^(?:不?同意.*|批准|批了|不?准了?)$/u
const HALF_HOUR_MS = 30 * 60_000
const DAY_MS = 24 * 60 * 60_000
const LONGEST = 40

const string = (v: unknown): string => (typeof v === 'string' ? v : '')
const strings = (v: unknown): string[] => (Array.isArray(v) ? v.map(string) : [])

/** The answer to what was last asked of this person, within its time; null when these words answer nothing. */
export async function answerQuestion(call: Call, commands: readonly Command[]): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  const words = call.text.replace(/[。.!！~，,\s]+$/u, '')
  if (words === '' || words.length > LONGEST) return null
  const open = await desk.questions(spoken.person.id)
  if (open.length === 0) return null
  const shorts = shortsOf(desk)
  const bare = /^(不同意|同意|不是|是)\s*(.+)$/u.exec(words)
  const numbered = bare?.[2] ? ticketRef(bare[2], shorts) : null
  const said = numbered?.rest === '' ? (bare?.[1] ?? words) : words
  const found = ANSWERS.find(([form]) => form.test(said))
  if (found) return yesOrNo(call, open, { said, yes: found[1], loose: found[2], ref: numbered?.rest === '' ? numbered : null })
  const ref = ticketRef(words, shorts)
  for (const question of open) {
    const answer = await fill(call, question, words, ref, commands)
    if (answer) return answer
  }
  return null
}

interface Said {
  said: string
  yes: boolean
  loose: boolean
  ref: TicketRef | null
}

async function yesOrNo(call: Call, open: readonly Question[], { said, yes, loose, ref }: Said): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  if (loose && groupIn(spoken.conversation) && !spoken.quote) return null
  const recent = desk.now.getTime() - DAY_MS
  const fits = open
    .filter((q) => q.what === 'isMatter' || q.what === 'extension' || q.what === 'typo')
    .filter((q) => spoken.quote !== null || q.askedAt.getTime() >= recent)
  // 同意 is said of an extension only; 是 rather of the rest.
  const ofExtension = OF_EXTENSION.test(said)
  const wanted = fits.filter((q) => (q.what === 'extension') === ofExtension)
  const pool = wanted.length > 0 || ofExtension || groupIn(spoken.conversation) ? wanted : fits
  const quoted = pool.find(
    (q) => spoken.quote === `n:${q.id}` || (q.ticket !== null && spoken.quotedTickets.some((t) => t.id === q.ticket)),
  )
  const numbered = ref ? await ofNumber(call, pool, ref) : undefined
  if (ref && !numbered) return null
  const [last] = pool
  const question = quoted ?? numbered ?? last
  if (!question || (loose && !quoted && (await isOfNewerWork(call, question)))) return null
  if (!quoted && !numbered && question.what !== 'typo' && pool.length > 1) return privately(which2)
  if (question.what === 'isMatter') return privately(await answerIsMatter(desk, spoken.person, question, yes))
  await desk.answered(question.id)
  if (question.what === 'extension') return answerExtension(call, question.ticket ? await desk.ticket(question.ticket) : null, yes)
  return yes ? { say: string(question.data.say) } : []
}

/** 好 one-to-one answers what was said last: when new work came after the question, it is meant for that. */
async function isOfNewerWork({ desk, spoken }: Call, question: Question): Promise<boolean> {
  const [last] = await desk.lastSpokenOf(spoken.conversation, question.askedAt)
  return (
    last !== undefined &&
    last.id !== question.ticket &&
    last.owner === spoken.person.id &&
    last.acceptedAt === null &&
    last.openedAt > question.askedAt
  )
}

async function ofNumber({ desk }: Call, pool: readonly Question[], ref: TicketRef): Promise<Question | undefined> {
  for (const q of pool) {
    const ticket = q.ticket ? await desk.ticket(q.ticket) : null
    if (ticket?.number === ref.number && (ref.village === null || ticket.label.startsWith(ref.village))) return q
  }
  return undefined
}

/** What was missing: a date, a person, a number, a reason, the words of a photo. */
async function fill(
  call: Call,
  question: Question,
  words: string,
  ref: TicketRef | null,
  commands: readonly Command[],
): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  const retell = async (missing: string): Promise<Retold> => {
    await desk.answered(question.id)
    return { say: string(question.data.say).replace('%s', missing) }
  }
  const isPrivate = groupIn(spoken.conversation) === null
  switch (question.what) {
    case 'untilWhen': {
      if (question.data.wants === 'reason') {
        const soon = desk.now.getTime() - question.askedAt.getTime() < HALF_HOUR_MS
        return isPrivate && soon && words.length > 1 && !isTalk(words) && !readOrder(words, sceneOf(call), commands) ? retell(words) : null
      }
      // Nothing but the date: 明天下雨 answers nothing.
      const when = readWhen(words, desk.now, desk.calendar)
      return when && /^(?:吧|左右|行吗|可以吗)?$/u.test(when.rest) ? retell(words) : null
    }
    case 'whichPerson':
    case 'whoIsDeputy': {
      const options = strings(question.data.options)
      const all = cadresOf(desk.roster).filter((c) => c.id !== spoken.person.id)
      const who = readWho(
        words.replace(/^(?:找|让|请)/u, '').replace(/[代替吧]$/u, ''),
        all.filter((c) => options.length === 0 || options.includes(c.id)),
      )
      return 'one' in who && words.length <= 10 ? retell(fullName(who.one)) : null
    }
    case 'whichTicket': {
      if (ref?.rest !== '') return null
      if (question.data.say === undefined) return followedReport(call, question, ref)
      const label = strings(question.data.options).find(
        (o) => Number(/\d+$/u.exec(o)?.[0]) === ref.number && (ref.village === null || o.startsWith(ref.village)),
      )
      return label ? retell(label) : null
    }
    case 'photoWords':
      return isPrivate && words.length > 1 && !readOrder(words, sceneOf(call), commands) ? addPhotoWords(call, question) : null
    case 'isMatter':
    case 'extension':
    case 'typo':
      return null
    default:
      return question.what satisfies never
  }
}
