import type { Judgement } from '../domain/judgement.ts'
import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { findPlace } from '../domain/places.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { amended } from '../wording/receipts.ts'
import { amendedForOwner, handedOver, newWork } from '../wording/told.ts'
import { aboutWhom, accusedIn } from './about-whom.ts'
import { chooseOwner } from './choose-owner.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import { type FactsDesk, factsOf, reporterAndHome } from './facts.ts'
import { dutyFor } from './open-ticket.ts'

/**
 * A cadre says where it really is. While nobody has taken it, it goes to whoever answers for that place; no clock moves.
 */
export async function placeTicket(desk: CommitDesk & FactsDesk, by: string, ticket: Ticket, place: string): Promise<Ticket> {
  const { roster } = desk
  const owner =
    ticket.acceptedAt === null
      ? chooseOwner(roster, dutyFor(roster, ticket), place, accusedIn(ticket), ticket.danger !== null)
      : ticket.owner
  const after: Ticket = { ...ticket, place, owner }
  const event = { at: desk.now, what: 'amended' as const, by, note: placeName(roster, place), data: { place, owner } }
  return commitTicket(desk, ticket, after, [event], (now) => {
    if (now.owner === ticket.owner) return []
    const told = factsOf(desk, now, { by, note: null, formerOwner: ticket.owner })
    const notice = (to: string | null, tag: string, words: string): NoticeDraft[] =>
      to && to !== by
        ? [{ key: `placed:${now.id}:${now.version}:${tag}`, to: toPerson(to), ticket: now.id, occasion: 'amended', text: words }]
        : []
    return [
      ...notice(now.owner, 'owner', newWork({ ...told, reporter: reporterAndHome(roster, now) })),
      ...notice(ticket.owner, 'former', handedOver(told)),
    ]
  })
}

/**
 * 不对，是四社: what was told is put right, in the reporter's own words. Where place or thing turn out to be somebody else's
 * work and nobody has taken it yet, it goes there; no clock moves.
 */
export async function amendTicket(
  desk: CommitDesk & FactsDesk & Pick<Desk, 'attach'>,
  person: string,
  ticket: Ticket,
  message: Heard,
  text: string,
  said: Judgement,
): Promise<Ticket> {
  const { roster } = desk
  const duty = dutyFor(roster, said.kind === 'none' ? { kind: ticket.kind, duty: ticket.duty } : said)
  const place = findPlace(roster, ticket.village, said.places) ?? ticket.place
  const moved = ticket.acceptedAt === null && (duty.code !== ticket.duty || place !== ticket.place)
  const accused = aboutWhom(roster, said, text, ticket.village, place, ticket.reporter, duty)
  const sensitivity = accused.complaint ? 'cadre' : ticket.sensitivity
  const about = accused.complaint ? [...new Set([...ticket.about, ...accused.about])] : ticket.about
  const after: Ticket = {
    ...ticket,
    text,
    title: said.title || ticket.title,
    place,
    kind: duty.kind,
    duty: duty.code,
    sensitivity,
    about,
    owner:
      moved || (accused.complaint && ticket.sensitivity !== 'cadre')
        ? chooseOwner(roster, duty, place, accusedIn({ about, sensitivity }), ticket.danger !== null)
        : ticket.owner,
  }
  const changes = { title: after.title, place, duty: after.duty, owner: after.owner }
  const event = { at: desk.now, what: 'amended' as const, by: person, note: message.text, data: changes }
  const written = await commitTicket(desk, ticket, after, [event], (now) => {
    const told = factsOf(desk, now, { by: person, note: message.text, formerOwner: ticket.owner })
    const changed = now.owner !== ticket.owner
    const notice = (to: string | null, tag: string, words: string): NoticeDraft[] =>
      to && to !== person
        ? [{ key: `amended:${message.id}:${tag}`, to: toPerson(to), ticket: now.id, occasion: 'amended', text: words }]
        : []
    const reporter = reporterAndHome(roster, now)
    return [
      {
        key: `amended:${message.id}`,
        to: toPerson(person),
        ticket: now.id,
        occasion: 'amended',
        text: amended(now.label, now.title, changed ? told.owner : null),
        answer: true,
      },
      ...notice(now.owner, 'owner', changed ? newWork({ ...told, reporter }) : amendedForOwner(told)),
      ...(changed ? notice(ticket.owner, 'former', handedOver(told)) : []),
    ]
  })
  await desk.attach(written.id, [message])
  return written
}
