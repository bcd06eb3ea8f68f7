import type { Transaction } from './transaction.ts'

/** A line is not longer; where nobody of it can be reached, the quarter hours go on. */
const MOST = 8

/** Danger, and the call did not reach whom it was for: the next in line is called now, not in a quarter of an hour. */
export async function callSooner(tx: Transaction, townId: string, keys: readonly string[], now: Date): Promise<void> {
  const calls = await tx.notice.findMany({
    where: { townId, key: { in: [...keys] }, occasion: 'call', ticketId: { not: null } },
    select: { ticketId: true },
  })
  for (const { ticketId } of calls) {
    if ((await tx.notice.count({ where: { townId, ticketId, occasion: 'call', state: 'failed' } })) > MOST) continue
    const next = await tx.due.findFirst({ where: { townId, ticketId, job: 'call-next', doneAt: null }, orderBy: { at: 'asc' } })
    if (next && next.at > now) await tx.due.update({ where: { townId_key: { townId, key: next.key } }, data: { at: now } })
  }
}
