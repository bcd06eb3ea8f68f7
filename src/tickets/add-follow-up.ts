import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import { findPlace } from '../domain/places.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { added, amended } from '../wording/receipts.ts'
import { addedForOwner } from '../wording/told.ts'
import { commitTicket } from './commit.ts'
import { factsOf } from './facts.ts'

/**
 * A follow-up goes into its open ticket: the words into the history, photos as evidence, the owner is told one-to-one.
 * It touches no clock.
 */
export async function addFollowUp(desk: Desk, person: string, ticket: Ticket, messages: readonly Heard[], text: string): Promise<Ticket> {
  const photos = messages.flatMap((m) => m.photos)
  const after: Ticket = photos.length > 0 ? { ...ticket, evidence: [...new Set([...ticket.evidence, 'photo' as const])] } : ticket
  const note = text || `照片${photos.length}张`
  const id = messages.at(-1)?.id ?? desk.newId()
  const written = await commitTicket(
    desk,
    ticket,
    after,
    [{ at: desk.now, what: 'added', by: person, note, data: { photos: photos.length } }],
    (now) => {
      const told = factsOf(desk, now, { by: person, note })
      const who = desk.roster.people.get(person)?.name ?? told.reporter
      const toOwner: NoticeDraft[] =
        now.owner && now.owner !== person
          ? [
              {
                key: `added:${id}:owner`,
                to: toPerson(now.owner),
                ticket: now.id,
                occasion: 'added',
                text: addedForOwner({ ...told, reporter: who }),
              },
            ]
          : []
      return [
        ...toOwner,
        {
          key: `added:${id}`,
          to: toPerson(person),
          ticket: now.id,
          occasion: 'added-answer',
          text: added(now.label, told.owner),
          answer: true,
        },
      ]
    },
  )
  await desk.attach(written.id, messages)
  return written
}

/** 不对，是四社: puts title and place right; said to the reporter one-to-one, and to the owner. */
export async function amendTicket(
  desk: Desk,
  person: string,
  ticket: Ticket,
  message: Heard,
  title: string,
  places: readonly string[],
): Promise<Ticket> {
  const place = findPlace(desk.roster, ticket.village, places) ?? ticket.place
  const after: Ticket = { ...ticket, title, place }
  const event = { at: desk.now, what: 'amended' as const, by: person, note: message.text, data: { title, place } }
  const written = await commitTicket(desk, ticket, after, [event], (now) => {
    const told = factsOf(desk, now, { by: person, note: message.text })
    const answer: NoticeDraft = {
      key: `amended:${message.id}`,
      to: toPerson(person),
      ticket: now.id,
      occasion: 'amended',
      text: amended(now.label, title),
      answer: true,
    }
    return now.owner && now.owner !== person
      ? [
          answer,
          { key: `amended:${message.id}:owner`, to: toPerson(now.owner), ticket: now.id, occasion: 'added', text: addedForOwner(told) },
        ]
      : [answer]
  })
  await desk.attach(written.id, [message])
  return written
}
