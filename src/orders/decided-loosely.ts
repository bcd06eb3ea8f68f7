import type { Ticket } from '../domain/ticket.ts'
import type { Question } from '../ports/question.ts'
import { inPlainWords } from '../reading/dialect.ts'
import { wordsBeside } from '../reading/named-words.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import type { CallOf, Reply } from './define-command.ts'
import { answerExtension, type ExtensionCall } from './extension.ts'
import { isQuestion } from './talk.ts'

const named = wordsBeside(import.meta.url, 'decided-loosely')

const GRANTS = named('grants')
const DENIES = named('denies')
/** 先问问他为啥, 我想想再说. */
const UNDECIDED = named('undecided')

/** 那行吧，就给他延两天: one-to-one, the answer to an extension in whatever words; null where it is none, or of another. */
export async function decidedLoosely(
  call: ExtensionCall,
  question: Question<'extension'>,
  said: string,
  ref: TicketRef | null,
): Promise<Reply[] | null> {
  const words = inPlainWords(said)
  const denies = DENIES.test(words)
  if (isQuestion(words) || UNDECIDED.test(words) || (!denies && !GRANTS.test(words))) return null
  const ticket = await stillAsked(call, question)
  if (!ticket || (ref && ref.number !== ticket.number)) return null
  await call.desk.answered(question.id)
  return answerExtension(call, ticket, !denies, denies ? said : '')
}

/** The matter of an extension, while it is still waited for. */
export const stillAsked = async ({ desk }: CallOf<'ticket'>, q: Question): Promise<Ticket | null> => {
  const ticket = q.ticket ? await desk.ticket(q.ticket) : null
  return ticket?.extensionAsked && ticket.status === 'open' ? ticket : null
}
