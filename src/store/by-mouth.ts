import { personIn, toPerson } from '../domain/notice.ts'
import { tellByMouth } from '../wording/channels.ts'
import { createJournal } from './deeds/journal.ts'
import { noticesOf } from './notices.ts'
import type { Transaction } from './transaction.ts'

/**
 * What a reporter cannot be told is for whoever answers for the matter to say, by telephone or in person: customer service may
 * write for two days after somebody's last word, and most matters take longer.
 */
export async function tellOwnerInstead(tx: Transaction, townId: string, keys: readonly string[], now: Date): Promise<void> {
  const lost = await tx.notice.findMany({
    where: { townId, key: { in: [...keys] }, occasion: { endsWith: ':reporter' }, ticketId: { not: null } },
    select: { key: true, ticketId: true, conversation: true, text: true },
  })
  for (const { key, ticketId, conversation, text } of lost) {
    const person = personIn(conversation)
    const ticket = await tx.ticket.findFirst({ where: { townId, id: ticketId ?? '', reporterId: person }, select: { ownerId: true } })
    if (!ticket?.ownerId || ticket.ownerId === person) continue
    const reporter = await tx.person.findFirst({ where: { townId, id: person ?? '' }, select: { name: true } })
    await noticesOf(tx, townId, now, createJournal(tx, townId)).notify([
      {
        key: `${key}:by-mouth`,
        to: toPerson(ticket.ownerId),
        ticket: ticketId,
        occasion: 'by-mouth',
        text: tellByMouth(reporter?.name ?? '', text),
      },
    ])
  }
}
