import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { type NoticeDraft, personIn } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { notSaid, undoneForOthers } from '../wording/told.ts'
import { commitTicket } from './commit.ts'
import { factsOf } from './facts.ts'
import { takeBackRoster } from './take-back.ts'

const UNDO_MS = 10 * MINUTE_MS

export type Undone =
  | { words: string; ticket: Ticket | null }
  | { refused: 'nothing-to-undo' | 'changed-since' }
  | { refused: 'told-to-group'; words: string }
  | { refused: 'final'; words: string; say: string }

type Told = Awaited<ReturnType<Desk['toldBecauseOf']>>

/** Whoever read what is taken back reads that it is, one-to-one; the group is not bothered again. */
const takenBack = (desk: Desk, ticket: Ticket, act: string, told: Told, by: string): NoticeDraft[] =>
  told
    .filter(
      (t) => t.ticket === ticket.id && personIn(t.to) !== null && personIn(t.to) !== by && !ticket.about.includes(personIn(t.to) ?? ''),
    )
    .map(({ to }) => ({
      key: `${ticket.id}:${act}:undone:${to}`,
      to,
      ticket: ticket.id,
      occasion: 'undone',
      text: undoneForOthers(factsOf(desk, ticket, { by, note: null })),
    }))

/** One word to each who had read something of what is no more. */
const wordsTakenBack = (act: string, told: readonly { to: NoticeDraft['to']; text: string }[]): NoticeDraft[] =>
  [...Map.groupBy(told, (t) => t.to)].map(([to, all]) => ({
    ...{ key: `${act}:undone:${to}`, to, ticket: null, occasion: 'undone' },
    text: notSaid(all.map((t) => t.text)),
  }))

/**
 * 撤销: takes back the last act of a person within ten minutes, unless somebody changed the ticket since. The history keeps
 * both the act and its undoing; what was not yet said is not said.
 */
export async function undoLast(desk: Desk, person: Person): Promise<Undone> {
  const act = await desk.lastAct(person.id, earlier(desk.now, UNDO_MS))
  if (!act) return { refused: 'nothing-to-undo' }
  if (act.roster?.what === 'final') return { refused: 'final', words: act.words, say: act.roster.say }
  const pairs: { was: Ticket; is: Ticket }[] = []
  for (const was of act.before) {
    const is = await desk.ticket(was.id)
    if (!is || is.version !== act.versions[was.id]) return { refused: 'changed-since' }
    pairs.push({ was, is })
  }
  const fate = act.deed ? await desk.deeds.fateOf(act.deed) : 'as-left'
  if (fate === 'told') return { refused: 'told-to-group', words: act.words }
  if (fate === 'changed') return { refused: 'changed-since' }
  await desk.suppress({ cause: act.id }, '已撤销')
  const told = await desk.toldBecauseOf(act.id)
  let last: Ticket | null = null
  for (const { was, is } of pairs) {
    const event = { at: desk.now, what: 'undone' as const, by: person.id, note: act.words, data: {} }
    if (is.status === 'merged') await desk.partFollowers(is)
    last = await commitTicket(desk, is, was, [event], (now) => takenBack(desk, now, act.id, told, person.id))
  }
  if (act.roster) await takeBackRoster(desk, act.roster)
  if (act.deed) await desk.notify(wordsTakenBack(act.id, await desk.deeds.takeBack(act.deed, person.id, act.words)))
  await desk.undone(act.id)
  await desk.unteach(act.id)
  return { words: act.words, ticket: act.roster ? null : last }
}
