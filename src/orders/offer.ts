import { DAY_MS, later } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { type OrderName, orderAgain } from '../domain/order-name.ts'
import { isCadre } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { phrasesOf } from '../reading/grammar.ts'
import { likeness } from '../reading/likeness.ts'
import { whichOrder } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, isFor, type Reply } from './define-command.ts'
import { type FindCall, shortsOf, ticketsMeant } from './find-ticket.ts'
import { namedIn } from './named-in.ts'
import { readWithin } from './read-within.ts'
import { refAtEnd, refIn } from './ref-in.ts'
import { tells } from './tells.ts'
import { sceneOf } from './understand.ts'

const LONGEST = 40
const OWN = 20
/** Of one's own matter, in the order in which they are meant where the words tell nothing. */
const OFFERED: readonly OrderName[] = ['办结', '进展', '走访', '转', '派', '延期', '挂账', '恢复', '议', '不受理', '不是事', '接']
/** What was said is what these are to keep. */
const KEEPS_WORDS: readonly OrderName[] = ['办结', '进展', '走访', '延期', '挂账', '恢复', '议', '不受理']
/** What people add to a courtesy: 谢谢啊, 你好呀. */
const ADDED = 3

const isCourtesy = (text: string): boolean =>
  phrasesOf('courtesy', 'courtesy').some((c) => text.startsWith(c) && text.length - c.length <= ADDED)

/** 三社又有一个路灯坏了: of the same kind, and another. */
const isOfAnother = (text: string): boolean => phrasesOf('another', 'another').some((words) => text.includes(words))

interface Spoken {
  ticket: Ticket | null
  words: string
  /** By its number, or by what it is about: then no other is told. */
  isNamed: boolean
}

/** What is in the speaker's hands, with the words told of it; null where nothing of theirs can be meant. */
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
  const own = await desk.tickets({ owner: spoken.person.id, statuses: ['open', 'waiting'], newestFirst: true, limit: OWN })
  const named = namedIn(call, text, own)
  const [only, second] = named.length > 0 ? named : own
  return only ? { ticket: second ? null : only, words: text, isNamed: named.length > 0 && !isOfAnother(text) } : null
}

export type OfferCall = FindCall & CallOf<'openReports' | 'settings'>

/** What is not understood one-to-one, by somebody with work in hand, is never acted upon: the two likeliest orders are offered. */
export function offerOrders(call: OfferCall, commands: readonly Command[]): Promise<Reply[] | null> | null {
  const { spoken, text } = call
  if (groupIn(spoken.conversation) || !isCadre(spoken.person) || spoken.photos.length > 0 || text.length > LONGEST) return null
  return isCourtesy(text) ? null : offerTwo(call, commands)
}

async function offerTwo(call: OfferCall, commands: readonly Command[]): Promise<Reply[] | null> {
  const { desk, spoken, text } = call
  const meant = await inHand(call)
  if (!meant || meant.words === '') return null
  // What the words speak of comes before what they are only like.
  const spokenOf = readWithin(text, sceneOf(call), commands, null).likely.map((c) => c.name)
  // Of a matter that is here already no other is made.
  const isOfIt = meant.isNamed || spokenOf.length > 0
  if (call.services.judge(meant.words).danger !== null || (!isOfIt && tells(call, meant.words))) return null
  const telling = (await desk.openReports(spoken.conversation)).some((r) => r.person === spoken.person.id)
  if (telling) return null
  const mine = OFFERED.filter((name) => commands.some((c) => c.name === name && isFor(c.for, spoken.person)))
  const likely = [...spokenOf.filter((name) => mine.includes(name)), ...likeness(meant.words, mine).map(({ order }) => order)]
  const [first, second] = new Set(likely)
  if (!first || !second) return null
  const says = [first, second].map((order) => orderAgain(order, meant.ticket?.label ?? '', KEEPS_WORDS.includes(order) ? meant.words : ''))
  await desk.ask(
    {
      id: `choose:${spoken.person.id}`,
      person: spoken.person.id,
      what: 'choose',
      ticket: meant.ticket?.id ?? null,
      data: { says, orders: [first, second] },
    },
    later(desk.now, DAY_MS),
  )
  return privately(whichOrder(meant.ticket, [first, second]), meant.ticket ?? undefined)
}
