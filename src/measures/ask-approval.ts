import { DAY_MS, later } from '../domain/durations.ts'
import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import type { OrderSaid } from '../domain/order-name.ts'
import type { Desk } from '../ports/desk.ts'

const DAYS = 7

/**
 * Puts something before somebody for a 同意 or 不同意, within a week. Each answer says an order again (`yes`, `no`) that looks
 * for itself whether it may; the key says what is asked and of whom, so that it is asked once.
 */
export async function askApproval(
  desk: Pick<Desk, 'now' | 'notify' | 'ask'>,
  asked: { key: string; person: string; text: string; yes: OrderSaid; no: OrderSaid; picture?: NonNullable<NoticeDraft['picture']> },
): Promise<void> {
  const { key, person, text, yes, no, picture } = asked
  await desk.ask({ id: key, person, what: 'approval', ticket: null, data: { yes, no } }, later(desk.now, DAYS * DAY_MS))
  await desk.notify([{ key, to: toPerson(person), ticket: null, occasion: 'approval', text, ...(picture && { picture }) }])
}
