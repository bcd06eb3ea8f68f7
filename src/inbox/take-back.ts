import { TAKEN_BACK } from '../domain/shared.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import type { CommitDesk } from '../tickets/commit.ts'
import { hideWords } from '../tickets/hide-words.ts'
import { plainLine } from './report-text.ts'

const TURNS = [0, 1, 2]

type TakeBackDesk = CommitDesk &
  Pick<Desk, 'now' | 'roster' | 'ticketsOfMessage' | 'cancelDue' | 'question' | 'answered' | 'report' | 'heardAlone' | 'takeBack'>

/**
 * Somebody takes a message back on their phone. Its words are masked wherever they are kept and may be; what nobody has taken up
 * yet is asked of nobody any more, and what has become a matter goes on until somebody says that it does not.
 */
export async function takeBack(desk: TakeBackDesk, message: string): Promise<void> {
  // What is being made of it just now is written first, and then masked with the rest.
  const heard = await desk.heardAlone(message)
  if (!heard || heard.text === TAKEN_BACK) return
  // By another ear it may have another id.
  const tickets = await desk.ticketsOfMessage(heard.id)
  await desk.takeBack(heard.id)
  if (heard.report !== null && tickets.length === 0) await askNobody(desk, heard, heard.report)
  for (const ticket of tickets) await hideWords(desk, ticket, heard, plainLine(heard.text).split('\n'))
}

/** Of a report that is nothing but what was taken back. */
async function askNobody(desk: Pick<Desk, 'cancelDue' | 'question' | 'answered' | 'report'>, heard: Heard, id: string): Promise<void> {
  const report = await desk.report(id)
  if (!report || report.messages.some((m) => m.id !== heard.id && m.text !== TAKEN_BACK)) return
  for (const turn of TURNS) {
    if (await desk.question(`is-matter:${id}:${turn}`)) await desk.answered(`is-matter:${id}:${turn}`)
    await desk.cancelDue(`ask-next:${id}:${turn}`)
  }
}
