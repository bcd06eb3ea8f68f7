import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { helpOf } from '../wording/help.ts'
import { notFound, nothingAsked, whatWithIt } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, isFor, type Reply } from './define-command.ts'
import { numberOf, shortsOf, ticketsMeant } from './find-ticket.ts'
import { stateOf } from './look.ts'
import { type OfferCall, offerOrders } from './offer.ts'
import { refAtEnd, refIn } from './ref-in.ts'
import { tells } from './tells.ts'
import { NONE_OF_THEM } from './which-ticket.ts'
import { wordsOf } from './words-of.ts'

const said = wordsBeside(import.meta.url, 'left-over')

const LONGEST = 40
/** Words that answer a question, when none is open. */
const ANSWER = said('answer')

/** A number or a command's word that a cadre types one-to-one always gets an answer, be it only how to say it. */
export function leftOver(call: OfferCall, commands: readonly Command[]): Promise<Reply[] | null> | Reply[] | null {
  const { spoken } = call
  const text = call.text.replace(/[。.!！~～，,?？\s]+$/u, '')
  const alone = groupIn(spoken.conversation) === null
  if (NONE_OF_THEM.test(text) && text !== '不是' && text !== '另一件') return alone ? privately(nothingAsked) : []
  if (!alone || !isCadre(spoken.person) || text.length > LONGEST) return null
  if (ANSWER.test(text)) return privately(nothingAsked)
  const shorts = shortsOf(call.desk)
  const ref = refIn(text, shorts) ?? ticketRef(text, shorts) ?? refAtEnd(text, shorts)
  if (ref) return offeredOr(call, ref, commands)
  const found = wordsOf(commands).find(
    ({ command, word, kind }) =>
      kind === 'sure' && word.length > 1 && text.startsWith(word) && !command.unlisted && isFor(command.for, spoken.person),
  )
  return found && !tells(call, text) ? privately(helpOf(found.command.example, found.command.help)) : null
}

const offeredOr = async (call: OfferCall, ref: TicketRef, commands: readonly Command[]): Promise<Reply[] | null> =>
  (await offerOrders(call, commands)) ?? (tells(call, ref.rest) ? null : ofNumber(call, ref))

async function ofNumber(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>,
  ref: TicketRef,
): Promise<Reply[]> {
  const [ticket, second] = await ticketsMeant(call, ref)
  if (!ticket || second) return privately(notFound(numberOf(ref), true))
  return privately(whatWithIt(stateOf(call, ticket), ticket), ticket)
}
