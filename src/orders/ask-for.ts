import { DAY_MS, later } from '../domain/durations.ts'
import { privately } from './answer.ts'
import type { Call, Reply } from './define-command.ts'

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
    later(desk.now, DAY_MS),
  )
  return privately(words)
}
