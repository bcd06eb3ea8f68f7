import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { type NoticeDraft, personIn } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Retracted } from '../ports/deeds.ts'
import type { Desk } from '../ports/desk.ts'
import { unsaidFor } from '../wording/noted.ts'
import { notSaid, undoneForOthers, withdrawn } from '../wording/told.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import { type FactsDesk, factsOf } from './facts.ts'

export const UNDO_MS = 10 * MINUTE_MS

export type Undone =
  | { words: string; ticket: Ticket | null }
  | { refused: 'nothing-to-undo' | 'changed-since' }
  | { refused: 'told-to-group'; words: string }
  | { refused: 'final'; words: string; say: string }

/** What was opened by the act is put aside; it keeps its number and its history. */
const asideOf = (opened: Ticket, now: Date): Ticket => ({ ...opened, status: 'withdrawn', stage: 'archive', endedAt: now })

/** Whoever read of a ticket what is taken back reads that it is, one-to-one; the group is not bothered again. */
function ofTicket(desk: FactsDesk, ticket: Ticket, act: string, told: readonly Retracted[]): NoticeDraft[] {
  const say = ticket.status === 'withdrawn' ? withdrawn : undoneForOthers
  const text = say(factsOf(desk, ticket, { by: null, note: null }))
  const readers = new Set(told.filter((t) => t.ticket === ticket.id && !ticket.about.includes(personIn(t.to) ?? '')).map((t) => t.to))
  return [...readers].map((to) => ({ key: `${ticket.id}:${act}:undone:${to}`, to, ticket: ticket.id, occasion: 'undone', text }))
}

/** One word to each who had read something else that is no more. */
const ofOthers = (act: string, told: readonly Retracted[]): NoticeDraft[] =>
  [...Map.groupBy(told, (t) => t.to)].map(([to, all]) => ({
    ...{ key: `${act}:undone:${to}`, to, ticket: null, occasion: 'undone' },
    text: all.find((t) => t.undone !== null)?.undone ?? notSaid(all.map((t) => t.text)),
  }))

type Needs = CommitDesk & FactsDesk & Pick<Desk, 'ticket' | 'lastAct' | 'deeds' | 'undone'>

/**
 * 撤销: takes back the last act of a person within ten minutes, unless somebody went on from there since. The histories keep
 * both the act and its undoing; what was not yet said is not said.
 */
export async function undoLast(desk: Needs, person: Person): Promise<Undone> {
  const act = await desk.lastAct(person.id, earlier(desk.now, UNDO_MS))
  if (!act) return { refused: 'nothing-to-undo' }
  const { id, words, deed } = act
  if (deed.final !== null) return { refused: 'final', words, say: deed.final }
  const fate = await desk.deeds.fateOf(deed)
  if (fate === 'told') return { refused: 'told-to-group', words }
  if (fate === 'changed') return { refused: 'changed-since' }
  const told = await desk.deeds.takeBack(deed, person.id, words, unsaidFor.undone)
  const back: Ticket[] = []
  for (const { id: ticket, before } of deed.tickets) {
    const is = await desk.ticket(ticket)
    if (!is) continue
    const event = { at: desk.now, what: 'undone' as const, by: person.id, note: words, data: {} }
    back.push(await commitTicket(desk, is, before ?? asideOf(is, desk.now), [event], (now) => ofTicket(desk, now, id, told)))
  }
  await desk.notify(
    ofOthers(
      id,
      told.filter((t) => !back.some((b) => b.id === t.ticket)),
    ),
  )
  await desk.undone(id)
  const [only, second] = back
  return { words, ticket: only && !second ? only : null }
}
