import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { added } from '../wording/receipts.ts'
import { noted } from '../wording/replies.ts'
import { addedForOwner } from '../wording/told.ts'
import { isAlarm } from './call-line.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import { type FactsDesk, factsOf } from './facts.ts'

interface More {
  /** Where it is, when that only becomes known now. */
  place?: string | null
  /** Kept with the line of the history. */
  data?: Record<string, unknown>
  /** What the speaker reads instead of the usual word; null: nothing, where an answer would tell them of what is not theirs. */
  answer?: string | null
  /** Who was called besides the owner: they read what the owner reads. */
  called?: readonly string[]
  /** What the owner reads instead of the usual word. */
  forOwner?: string
}

export type FollowUpDesk = CommitDesk & FactsDesk & Pick<Desk, 'newId' | 'attach'>

/**
 * A follow-up goes into its open ticket: the words into the history, photos as evidence, the owner is told one-to-one.
 * It touches no clock.
 */
export async function addFollowUp(
  desk: FollowUpDesk,
  person: string,
  ticket: Ticket,
  messages: readonly Heard[],
  text: string,
  more: More = {},
): Promise<Ticket> {
  const photos = messages.flatMap((m) => m.photos)
  const after: Ticket = {
    ...ticket,
    ...(photos.length > 0 && { evidence: [...new Set([...ticket.evidence, 'photo' as const])] }),
    ...(more.place && { place: more.place }),
  }
  const id = messages.at(-1)?.id ?? desk.newId()
  const event = { at: desk.now, what: 'added' as const, by: person, note: text || null, data: { photos: photos.length, ...more.data } }
  const urgent = isAlarm(ticket)
  const written = await commitTicket(desk, ticket, after, [event], (now) => {
    const told = factsOf(desk, now, { by: person, note: text || null })
    const who = (now.hidden && person === now.reporter ? null : desk.roster.people.get(person)?.name) ?? told.reporter
    const base = { ticket: now.id, urgent }
    const word = more.answer === undefined ? (now.owner === person ? noted(now) : added(now.label, told.owner)) : more.answer
    const answer: NoticeDraft[] =
      word === null
        ? []
        : [{ ...base, key: `added:${id}`, to: toPerson(person), occasion: 'added-answer' as const, text: word, answer: true }]
    const words = more.forOwner ?? addedForOwner({ ...told, reporter: who }, photos.length)
    const readers = [...new Set([now.owner, ...(more.called ?? [])])].filter((p): p is string => p !== null && p !== person)
    return [
      ...readers.map((p) => ({
        ...base,
        key: p === now.owner ? `added:${id}:owner` : `added:${id}:${p}`,
        ...{ to: toPerson(p), occasion: 'added' as const, text: words },
      })),
      ...answer,
    ]
  })
  await desk.attach(written.id, messages)
  return written
}
