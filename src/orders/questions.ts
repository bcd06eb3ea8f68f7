import { MINUTE_MS } from '../domain/durations.ts'
import { saidId } from '../domain/message-ref.ts'
import { groupIn } from '../domain/notice.ts'
import type { Question } from '../ports/question.ts'
import { endsApart, withoutTail } from '../reading/marks.ts'
import { readPastDay } from '../reading/past-day.ts'
import { type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { readWhen } from '../reading/when.ts'
import { readWho } from '../reading/who.ts'
import { addPhotoWords } from './answers.ts'
import { listAnswered } from './clerk-list.ts'
import { decidedLoosely } from './decided-loosely.ts'
import type { Call, CallOf, Command, Reply } from './define-command.ts'
import { cadresOf, fullName } from './find-person.ts'
import { shortsOf } from './find-ticket.ts'
import { nearestOrder } from './nearest-order.ts'
import { readOrder } from './read-order.ts'
import { isTalk } from './talk.ts'
import { sceneOf } from './understand.ts'
import { whichAnswered } from './which-ticket.ts'
import { type Retold, readAnswer, yesOrNo } from './yes-no.ts'

const HALF_HOUR_MS = 30 * MINUTE_MS
const LONGEST = 40
/** 1, 第一个: one of the two that were offered. */
const CHOICES = [
  ['1', '一', '第一个', '1号', '①'],
  ['2', '二', '第二个', '2号', '②'],
]

/** The answer to what was last asked of this person and is still open; null when these words answer nothing. */
export function answerQuestion(
  call: Call,
  asked: readonly Question[],
  commands: readonly Command[],
): Promise<Reply[] | Retold | null> | null {
  const words = withoutTail(call.text)
  // What quotes one of them answers no other: of two lists the number is of the one that is quoted.
  const quoted = asked.filter((q) => call.spoken.quote === saidId(q.id))
  const open = quoted.length > 0 ? quoted : asked
  return words === '' || words.length > LONGEST || open.length === 0 ? null : answerOne(call, open, words, commands)
}

async function answerOne(
  call: Call,
  open: readonly Question[],
  words: string,
  commands: readonly Command[],
): Promise<Reply[] | Retold | null> {
  const { desk } = call
  const said = readAnswer(call, words)
  if (said) {
    const answered = await yesOrNo(call, open, said)
    if (answered) return answered
  }
  const ref = ticketRef(words, shortsOf(desk))
  // 好 is no date and no reason; 不是 may still mean none of the offered.
  for (const question of said ? open.filter((q) => q.what === 'whichTicket' || q.what === 'clerkList') : open) {
    const answer = await fill(call, question, words, ref, commands)
    if (answer) return answer
  }
  return null
}

/** An order, or one that was mistyped: no answer, though a question is open. 不受里 1 is nobody's reason. `asked`: what is still missing of it. */
const isOrder = (call: CallOf<'roster'>, words: string, commands: readonly Command[], asked = ''): boolean =>
  isOrderAsSuch(call, words, commands, asked) || nearestOrder(words, sceneOf(call), commands) !== null

/** 等电工来修 would be one only if it named a matter: asked for the reason, it is the reason. So is what loosely means the order that is asked about. */
function isOrderAsSuch(call: CallOf<'roster'>, words: string, commands: readonly Command[], asked = ''): boolean {
  const read = readOrder(words, sceneOf(call), commands)
  if (!read || read.only === 'named') return false
  return read.only === undefined || !asked.startsWith(read.command.name)
}

/** 两天 没零件: the date, set apart from what is said behind it. */
const setApart = (words: string, rest: string): boolean =>
  words.endsWith(rest) && (endsApart(words.slice(0, -rest.length)) || /^(?:因为|等)/u.test(rest))

/** What was missing: a date, a person, a number, a reason, the words of a photo. */
async function fill(
  call: Call,
  question: Question,
  words: string,
  ref: TicketRef | null,
  commands: readonly Command[],
): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  const retell = async (missing: string, { say }: { say: string }): Promise<Retold> => {
    await desk.answered(question.id)
    return { say: say.replace('%s', missing) }
  }
  const isPrivate = groupIn(spoken.conversation) === null
  const soon = desk.now.getTime() - question.askedAt.getTime() < HALF_HOUR_MS
  switch (question.what) {
    case 'untilWhen': {
      if (question.data.wants === 'reason') {
        return isPrivate && soon && words.length > 1 && !isTalk(words) && !isOrder(call, words, commands, question.data.say)
          ? retell(words, question.data)
          : null
      }
      // The date, and its reason where that is set apart: 明天下雨 answers nothing.
      const when = readWhen(words, { now: desk.now, calendar: desk.calendar }) ?? readPastDay(words, desk)
      if (!when) return null
      const withReason = isPrivate && soon && setApart(words, when.rest) && !isOrder(call, words, commands, question.data.say)
      return withReason || /^(?:吧|左右|行吗|可以吗)?$/u.test(when.rest) ? retell(words, question.data) : null
    }
    case 'whichPerson':
    case 'whoIsDeputy': {
      const options = question.what === 'whichPerson' ? question.data.options : []
      const all = cadresOf(desk.roster).filter((c) => c.id !== spoken.person.id)
      const name = words.replace(/^(?:找|让|请)/u, '').replace(/[代替吧]$/u, '')
      const who = readWho(
        name,
        all.filter((c) => options.length === 0 || options.includes(c.id)),
      )
      if (words.length > 10 || 'none' in who) return null
      // Several are called so: the order said again asks which.
      return 'one' in who ? retell(fullName(who.one), question.data) : options.length === 0 ? retell(name, question.data) : null
    }
    case 'whichTicket':
      return whichAnswered(call, question, words, ref, isOrderAsSuch(call, words, commands))
    case 'photoWords':
      return isPrivate && words.length > 1 && !isOrder(call, words, commands) ? addPhotoWords(call, question) : null
    case 'missing': {
      const fits = question.data.wants === 'number' ? /^[\d一二两三四五六七八九十百千.]+\S{0,2}$/u.test(words) : !isTalk(words)
      return isPrivate && soon && fits && !isOrder(call, words, commands, question.data.say) ? retell(words, question.data) : null
    }
    case 'choose': {
      const chosen = CHOICES.findIndex((choice) => choice.includes(words))
      const nth = chosen >= 0 ? chosen : question.data.orders.map(String).indexOf(words)
      const say = isPrivate && soon ? question.data.says[nth] : undefined
      return say === undefined ? null : retell('', { say })
    }
    case 'clerkList':
      return listAnswered(call, question, words)
    case 'extension':
      return isPrivate ? decidedLoosely(call, question, words, ref) : null
    case 'isMatter':
    case 'look':
    case 'typo':
    case 'bindGroup':
    case 'toPost':
    case 'voiceWords':
    case 'pending':
    case 'gone':
    case 'forget':
    case 'verdict':
    case 'approval':
      return null
    default:
      return question satisfies never
  }
}
