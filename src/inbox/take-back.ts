import { TAKEN_BACK } from '../domain/shared.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { hideWords } from '../tickets/hide-words.ts'
import { plainLine } from './report-text.ts'

const TURNS = [0, 1, 2]

/**
 * Somebody takes a message back on their phone. Its words are masked wherever they are kept and may be; what nobody has taken up
 * yet is asked of nobody any more, and what has become a matter goes on until somebody says that it does not.
 */
export async function takeBack(desk: Desk, message: string): Promise<void> {
  const heard = await desk.heard(message)
  if (!heard || heard.text === TAKEN_BACK) return
  const tickets = await desk.ticketsOfMessage(message)
  await desk.takeBack(message)
  if (heard.report !== null && tickets.length === 0) await askNobody(desk, heard, heard.report)
  for (const ticket of tickets) await hideWords(desk, ticket, heard, plainLine(heard.text).split('\n'))
}

/** Of a report that is nothing but what was taken back. */
async function askNobody(desk: Desk, heard: Heard, id: string): Promise<void> {
  const report = await desk.report(id)
  if (!report || report.messages.some((m) => m.id !== heard.id && m.text !== TAKEN_BACK)) return
  for (const turn of TURNS) {
    if (await desk.question(`is-matter:${id}:${turn}`)) await desk.answered(`is-matter:${id}:${turn}`)
    await desk.cancelDue(`ask-next:${id}:${turn}`)
  }
}
