import { privately } from '../answer.ts'
import type { Call, Reply } from '../define-command.ts'

const DAY_MS = 24 * 60 * 60_000

/** Asks once, one-to-one, for what an order lacks; the next line answers it. `say` is the order with %s in the place of the answer. */
export async function askFor(
  { desk, spoken }: Call,
  say: string,
  words: string,
  wants: 'words' | 'number' | 'day' = 'words',
): Promise<Reply[]> {
  await desk.ask(
    {
      id: `missing:${spoken.messageId}`,
      person: spoken.person.id,
      what: wants === 'day' ? 'untilWhen' : 'missing',
      ticket: null,
      data: { say, wants },
    },
    new Date(desk.now.getTime() + DAY_MS),
  )
  return privately(words)
}
