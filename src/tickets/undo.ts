import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { commitTicket } from './commit.ts'

const UNDO_MS = 10 * 60_000

export type Undone = { words: string; ticket: Ticket | null } | { refused: 'nothing-to-undo' | 'changed-since' }

/**
 * 撤销: takes back the last act of a person within ten minutes, unless somebody changed the ticket since. The history keeps
 * both the act and its undoing; what was not yet said is not said.
 */
export async function undoLast(desk: Desk, person: Person): Promise<Undone> {
  const act = await desk.lastAct(person.id, new Date(desk.now.getTime() - UNDO_MS))
  if (!act) return { refused: 'nothing-to-undo' }
  const pairs: { was: Ticket; is: Ticket }[] = []
  for (const was of act.before) {
    const is = await desk.ticket(was.id)
    if (!is || is.version !== act.versions[was.id]) return { refused: 'changed-since' }
    pairs.push({ was, is })
  }
  await desk.suppress({ cause: act.id }, '已撤销')
  let last: Ticket | null = null
  for (const { was, is } of pairs)
    last = await commitTicket(desk, is, was, [{ at: desk.now, what: 'undone', by: person.id, note: act.words, data: {} }], () => [])
  await desk.undone(act.id)
  return { words: act.words, ticket: last }
}
