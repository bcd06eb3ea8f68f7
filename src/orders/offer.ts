import { groupIn } from '../domain/notice.ts'
import type { OrderName } from '../domain/order-name.ts'
import { isCadre } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isCourtesy } from '../reading/courtesy.ts'
import { phrasesOf } from '../reading/grammar.ts'
import { askWhichOrder, choiceOf } from './ask-which-order.ts'
import { type CallOf, type Command, isFor, type Reply } from './define-command.ts'
import { type FindCall, shortsOf, ticketsMeant } from './find-ticket.ts'
import { namedOfOthers, owned } from './in-sight.ts'
import { mayBeOf } from './may-now.ts'
import { namedIn } from './named-in.ts'
import { readWithin } from './read-within.ts'
import { refAtEnd, refIn } from './ref-in.ts'
import { spokenOf } from './spoken-of.ts'
import { SURE, type Suggestion, suggest } from './suggest.ts'
import { isReport } from './tells.ts'
import { sceneOf } from './understand.ts'

const LONGEST = 40
/** What is dictated in one breath: asked about only where the trained reader is sure of an order. */
const BREATH = 80
/** What somebody with work in hand may mean. */
// biome-ignore format: a list to be read in rows
const OFFERED: readonly OrderName[] = [
  '办结', '进展', '转', '延期', '挂账', '恢复', '议', '不受理', '这不归我管', '不是事', '没修好', '接', '撤销', '待办', '进度', '请假', '销假',
  '同意', '不同意', '催办',
]

/** 三社又有一个路灯坏了: of the same kind, and another. */
const isOfAnother = (text: string): boolean => phrasesOf('another', 'another').some((words) => text.includes(words))

interface Spoken {
  ticket: Ticket | null
  words: string
  /** By its number, or by what it is about: then no other is told. */
  isNamed: boolean
}

/** What is in the speaker's hands, or was just spoken of, with the words told of it; null where nothing of theirs can be meant. */
async function inHand(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber' | 'tickets'>,
): Promise<Spoken | null> {
  const { desk, spoken, text } = call
  const shorts = shortsOf(desk)
  const ref = refIn(text, shorts) ?? refAtEnd(text, shorts)
  if (ref) {
    const [only, second] = await ticketsMeant(call, ref)
    return only && !second ? { ticket: only, words: ref.rest, isNamed: ref.village !== null || only.owner === spoken.person.id } : null
  }
  const own = await owned(call)
  const named = namedIn(call, text, own)
  const [ofOthers] = named.length > 0 ? [] : await namedOfOthers(call, own)
  if (ofOthers) return { ticket: ofOthers, words: text, isNamed: false }
  // 说错了，还没弄完: of what was just said to be done, where nothing else is in hand.
  const [only, second] = named.length > 0 ? named : own.length > 0 ? own : await spokenOf(call)
  return only ? { ticket: second ? null : only, words: text, isNamed: named.length > 0 && !isOfAnother(text) } : null
}

export type OfferCall = FindCall & CallOf<'openReports' | 'settings'>

/** What is not understood one-to-one, by somebody with work in hand, is never acted upon: the two likeliest orders are offered. */
export function offerOrders(call: OfferCall, commands: readonly Command[]): Promise<Reply[] | null> | null {
  const { spoken, text } = call
  if (groupIn(spoken.conversation) || !isCadre(spoken.person) || spoken.photos.length > 0 || text.length > BREATH) return null
  return isCourtesy(text) ? null : offerTwo(call, commands)
}

/** Surely told as something that nobody tells of a new trouble: 年休五天，工作交给王芳. What was done or seen, people do. */
const isToldAsOrder = (likeliest: Command | null): boolean => likeliest !== null && likeliest.sort !== 'tells'

const surelyTold = ([likeliest]: readonly Suggestion[], commands: readonly Command[]): Command | null =>
  (likeliest && likeliest.sure >= SURE && commands.find((c) => c.name === likeliest.order)) || null

async function offerTwo(call: OfferCall, commands: readonly Command[]): Promise<Reply[] | null> {
  const { desk, spoken, text } = call
  const scene = sceneOf(call)
  const told = suggest(text, scene)
  const likeliest = surelyTold(told, commands)
  // 建国去把灯看一下, by who has nothing in hand: told to somebody, it is no report either.
  const isToldTo = scene.namesCadre(text) && isToldAsOrder(likeliest)
  const meant = (await inHand(call)) ?? (isToldTo ? { ticket: null, words: text, isNamed: false } : null)
  if (!meant || meant.words === '') return null
  if (text.length > LONGEST && likeliest === null) return null
  // Of a matter that is here already no other is made.
  const isOfIt = meant.isNamed || readWithin(text, scene, commands, null).likely.length > 0 || isToldAsOrder(likeliest)
  // 我人在现场，正跟几家住户了解情况: a step of the work, unless it plainly tells of a trouble.
  const { askAt, openAt } = desk.settings
  const judged = call.services.judge(meant.words)
  if (judged.danger !== null || (!isOfIt && isReport(judged, likeliest ? openAt : askAt))) return null
  const telling = (await desk.openReports(spoken.conversation)).some((r) => r.person === spoken.person.id)
  if (telling) return null
  const may = (c: Command) => OFFERED.includes(c.name) && isFor(c.for, spoken.person) && (!meant.ticket || mayBeOf(c, meant.ticket))
  const mine = commands.filter(may)
  const [first, second] = told.flatMap(({ order }) => mine.find((c) => c.name === order) ?? [])
  if (!first || !second) return null
  const choice = (command: Command) => choiceOf(command, meant.ticket?.label ?? '', meant.words, scene)
  return askWhichOrder(call, meant.ticket, [choice(first), choice(second)])
}
