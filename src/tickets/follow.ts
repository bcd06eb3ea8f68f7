import { toPerson } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { alreadyFollowed, followed } from '../wording/receipts.ts'
import { shortOf } from './facts.ts'

/** +1: counted once per household, answered one-to-one, heard of again at the closure. False when the household was there already. */
export async function followTicket(desk: Desk, person: string, ticket: Ticket, messageId: string): Promise<boolean> {
  const counted = await desk.follow(ticket.id, person)
  if (counted) await desk.append(ticket.id, [{ at: desk.now, what: 'followed', by: person, note: null, data: {} }])
  const text = counted ? followed(ticket.label, shortOf(desk.roster, ticket)) : alreadyFollowed(ticket.label)
  await desk.notify([{ key: `follow:${messageId}`, to: toPerson(person), ticket: ticket.id, occasion: 'followed', text, answer: true }])
  return counted
}
