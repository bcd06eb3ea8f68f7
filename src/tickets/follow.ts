import { groupIn, toGroup, toPerson } from '../domain/notice.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { alreadyFollowed, followed, followedInGroup, followedPrivately } from '../wording/receipts.ts'
import { shortOf } from './facts.ts'
import { tellsGroup } from './moves/audiences.ts'

/** The group hears of it the first time and at these numbers of households; else whoever joined does, one-to-one. */
const TOLD_AT = [2, 5, 10, 20]

/** +1: counted once per household and heard of again at the closure. False when the household was there already. */
export async function followTicket(
  desk: Pick<Desk, 'roster' | 'now' | 'follow' | 'append' | 'households' | 'notify'>,
  person: string,
  ticket: Ticket,
  message: Pick<Heard, 'id' | 'conversation' | 'text'>,
): Promise<boolean> {
  const counted = await desk.follow(ticket.id, person)
  if (counted) await desk.append(ticket.id, [{ at: desk.now, what: 'followed', by: person, note: message.text || null, data: {} }])
  const households = counted ? await desk.households(ticket.id) : 0
  const group = groupIn(message.conversation)
  const base = { key: `follow:${message.id}`, ticket: ticket.id, occasion: 'followed' as const }
  const short = shortOf(desk.roster, ticket)
  if (group && TOLD_AT.includes(households) && !isPrivate(ticket) && tellsGroup(desk.roster, ticket))
    await desk.notify([
      { ...base, to: toGroup(group), text: followedInGroup(ticket.label, short, households), brief: `${ticket.label} ${short}` },
    ])
  else {
    const text = !counted
      ? alreadyFollowed(ticket.label)
      : isPrivate(ticket)
        ? followedPrivately(ticket.label)
        : followed(ticket.label, short)
    await desk.notify([{ ...base, to: toPerson(person), text, answer: true }])
  }
  return counted
}
