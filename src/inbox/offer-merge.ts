import { DAY_MS, earlier } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { holders } from '../domain/roster.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, TicketQuery } from '../ports/desk.ts'
import { shortOf } from '../tickets/facts.ts'
import { maybeSame } from '../wording/receipts.ts'
import { likeness } from './find-followed.ts'

const DUPLICATE_DAYS = 14
const SAME_PLACE = 0.55
/** Where one of them names no place, the words have to agree well. */
const SAME_WORDS = 0.7

/** Among which a duplicate is looked for. */
export const maybeTwice = ({ village, duty }: Ticket, now: Date): TicketQuery => ({
  ...{ villages: [village], duty, statuses: ['open', 'waiting'], newestFirst: true, limit: 100 },
  openedSince: earlier(now, DUPLICATE_DAYS * DAY_MS),
})

/** A likely duplicate is offered to the clerk with one-word merge; nobody else hears of it. */
export function offerMerge(
  desk: Pick<Desk, 'now' | 'roster' | 'notify'>,
  ticket: Ticket,
  judgement: Judgement,
  others: readonly Ticket[],
): Promise<void> | undefined {
  const samePlace = (o: Ticket) => o.place === ticket.place && ticket.place !== ticket.village
  const [best] = others
    .filter((o) => o.id !== ticket.id && o.kind === ticket.kind && !ticket.about.some((id) => o.owner === id))
    .map((other) => ({ other, score: likeness(desk, other, ticket.text, judgement) }))
    .filter(({ other, score }) => score >= (samePlace(other) ? SAME_PLACE : SAME_WORDS))
    .sort((a, b) => b.score - a.score)
  const clerk = holders(desk.roster, isPrivate(ticket) ? 'secretary' : 'clerk', ticket.village).find(
    (id) => !ticket.about.includes(id) && !best?.other.about.includes(id),
  )
  if (!best || !clerk) return
  const place = samePlace(best.other) ? `同在${placeName(desk.roster, ticket.place)}，` : ''
  const text = maybeSame(ticket.label, best.other.label, `${place}都是${shortOf(desk.roster, ticket)}`)
  return desk.notify([{ key: `same:${ticket.id}:${best.other.id}`, to: toPerson(clerk), ticket: ticket.id, occasion: 'duplicate', text }])
}
