import { groupIn } from '../domain/notice.ts'
import type { OrderName } from '../domain/order-name.ts'
import { isCadre } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { askWhichOrder, choiceOf, choiceWith } from './ask-which-order.ts'
import { type CallOf, type Command, isFor, type Reply, type Scene } from './define-command.ts'
import { numberAgain, ticketsMeant } from './find-ticket.ts'
import { mayBeOf } from './may-now.ts'
import { namedIn } from './named-in.ts'
import { apart, refsIn } from './number-apart.ts'
import { readWords } from './read-words.ts'
import type { Reading, Understood } from './reading.ts'
import { SURE, suggest } from './suggest.ts'
import { sceneOf } from './understand.ts'

/** Told in the same words, they are learnt as the first of each. */
const TOLD_ALIKE: readonly (readonly [OrderName, OrderName])[] = [
  ['进展', '走访'],
  ['转', '派'],
  ['催办', '督办'],
]
const learntAs = (order: OrderName): string => TOLD_ALIKE.find(([, other]) => other === order)?.[0] ?? order

/** Of which another number is a part. */
const SPEAK_OF_SEVERAL: readonly OrderName[] = ['合并', '拆分']

/** An order for which words are told as seldom as this is worth asking back, whatever else they may be told for. */
const SELDOM = 0.35
/** And this is next to never. */
const NEVER = 0.1
/** Of these as seldom as that: hardly any talk, and hardly anything that cadres say for something else, is read as one of them. */
// biome-ignore format: a list to be read in rows
const SELDOM_MISREAD = new Set<OrderName>([
  '转', '派', '合并', '拆分', '改类', '议', '同意', '不同意', '撤销', '这不归我管', '不受理', '查',
])

/** By its name an order is that order; 好，就按他说的推 and 现在办不了，等县里批 only begin with a word for one. */
const isTyped = (text: string, { command, rest }: Reading): boolean => rest === '' || text.includes(command.name)

/**
 * The orders that the words are rather told for, the likeliest first: where that is sure, or where what was read is hardly ever told so (with
 * less than `seldom`), as 灯头买回来了，明早装 is for 恢复. Of what nobody taught, nothing is known.
 */
export function ratherMeant(text: string, reading: Reading, scene: Scene, commands: readonly Command[], seldom = SELDOM): Command[] {
  const { command } = reading
  if (scene.inGroup || !isCadre(scene.person)) return []
  const isByWord = readWords(text, scene, commands)?.reading.command === command
  if (isByWord && isTyped(text, reading)) return []
  const told = suggest(text, scene)
  const own = told.find(({ order }) => order === learntAs(command.name))
  if (!own || (isByWord && own.sure >= NEVER)) return []
  // Of two that only look, the wrong one does no harm.
  const [likeliest] = told.filter(({ sure }) => sure >= SURE)
  const onlyLooks = command.sort === 'looks' && commands.some((c) => c.name === likeliest?.order && c.sort === 'looks')
  const isTrusted = onlyLooks || SELDOM_MISREAD.has(command.name)
  const isSeldom = own.sure < (isTrusted ? NEVER : seldom)
  // 无 is the likeliest where people only talk: then the likeliest order beside what was read is offered with it.
  const doubted = isSeldom ? told : isTrusted || !likeliest ? [] : [likeliest]
  return doubted.flatMap(({ order }) =>
    order === own.order ? [] : (commands.find((c) => c.name === order && isFor(c.for, scene.person)) ?? []),
  )
}

type DoubtCall = CallOf<'ask' | 'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>

/** 今年冬天比去年干: of the matter that was last spoken of, for want of another; what is told of none has to be surely told for an order. */
const isOnlyNear = (call: DoubtCall, { command, only, among }: Understood): boolean =>
  only === 'named' && command.sort !== 'looks' && namedIn(call, call.text, among ?? []).length === 0

/** 坪11建国都清完了，7号的灯我接下来: of one of the matters that are numbered nothing was read. */
function leavesOneOut({ text }: Pick<DoubtCall, 'text'>, { command, ref, also = [] }: Understood, scene: Scene): boolean {
  if (command.ticket === 'none' || SPEAK_OF_SEVERAL.includes(command.name)) return false
  const read = new Set([ref, ...also.map((it) => it.ref)].map((it) => it?.number))
  return refsIn(text, scene).some(({ number }) => !read.has(number))
}

/** What was read is not done where it is surely told for another order: both are offered. */
export function secondThought(call: DoubtCall, understood: Understood, commands: readonly Command[]): Promise<Reply[] | null> | null {
  const { spoken, text } = call
  if (groupIn(spoken.conversation) || spoken.photos.length > 0) return null
  const scene = sceneOf(call)
  const isDoubtful = isOnlyNear(call, understood) || leavesOneOut(call, understood, scene)
  const others = ratherMeant(text, understood, scene, commands, isDoubtful ? SURE : SELDOM)
  return others.length > 0 ? offerBoth(call, understood, others, scene) : null
}

async function offerBoth(call: DoubtCall, understood: Understood, others: readonly Command[], scene: Scene): Promise<Reply[] | null> {
  const { command, rest } = understood
  const ticket = await ticketOf(call, understood)
  const other = others.find((it) => ticket === null || mayBeOf(it, ticket))
  if (!other) return null
  const number = ticket?.label ?? (await numbersOf(call, understood))
  return askWhichOrder(call, ticket, [choiceOf(other, number, apart(call.text, scene).words, scene), choiceWith(command, number, rest)])
}

/** The one matter that is spoken of; which of several it is, is asked once the order is chosen. */
async function ticketOf(call: DoubtCall, { ref, also, among }: Understood): Promise<Ticket | null> {
  if (also) return null
  const [only, second] = among ?? (ref ? await ticketsMeant(call, ref) : call.spoken.quotedTickets)
  return only && !second ? only : null
}

/** A number that is of several matters, or of none, is said again as well: without it the order would be of another. */
async function numbersOf(call: DoubtCall, { ref, also = [] }: Understood): Promise<string> {
  const numbers: string[] = []
  for (const one of [ref, ...also.map((it) => it.ref)]) {
    if (!one) continue
    const [only, second] = await ticketsMeant(call, one)
    numbers.push(only && !second ? only.label : numberAgain(one))
  }
  return numbers.join('、')
}
