import { DAY_MS, later } from '../domain/durations.ts'
import type { OrderSaid } from '../domain/order-name.ts'
import type { NewQuestion } from '../ports/question.ts'
import { privately } from './answer.ts'
import type { CallOf, Reply } from './define-command.ts'

/** Asks once, one-to-one, for what an order lacks; the next line answers it. `say` is the order with %s in the place of the answer. */
export async function askFor(
  { desk, spoken }: CallOf<'ask' | 'now'>,
  say: OrderSaid,
  words: string,
  wants: 'words' | 'number' | 'day' = 'words',
): Promise<Reply[]> {
  const asked = { id: `missing:${spoken.messageId}`, person: spoken.person.id, ticket: null }
  const question: NewQuestion =
    wants === 'day' ? { ...asked, what: 'untilWhen', data: { say, wants } } : { ...asked, what: 'missing', data: { say, wants } }
  await desk.ask(question, later(desk.now, DAY_MS))
  return privately(words)
}
