import type { OrderDesk } from '../ports/resident-orders.ts'
import type { Transaction } from './transaction.ts'

export const orderDeskOf = (tx: Transaction, town: string, now: Date): OrderDesk => ({
  async orderTicket(orderId) {
    // Two instances that see the same new report at once: one of them waits here.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`order:${town}:${orderId}`}, 0))`
    const row = await tx.residentOrder.findUnique({ where: { townId_orderId: { townId: town, orderId } } })
    return row && { ticket: row.ticketId, status: row.status }
  },
  async tieOrder({ id, status }, ticketId) {
    await tx.residentOrder.upsert({
      where: { townId_orderId: { townId: town, orderId: id } },
      create: { townId: town, orderId: id, ticketId, status, seenAt: now },
      update: { status, seenAt: now },
    })
  },
})
