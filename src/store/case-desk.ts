import type { CaseDesk } from '../ports/case-desk.ts'
import { COLUMNS, JsonObject } from './columns.ts'
import { heardFrom } from './talk.ts'
import type { Transaction } from './transaction.ts'

export function caseDeskOf(tx: Transaction, town: string): CaseDesk {
  return {
    async wordsOf(ticketId) {
      const links = await tx.ticketMessage.findMany({ where: { townId: town, ticketId }, select: { seq: true } })
      const where = { townId: town, seq: { in: links.map((l) => l.seq) } }
      return (await tx.message.findMany({ where, orderBy: { seq: 'asc' } })).map(heardFrom)
    },
    photo: (id) => tx.photo.findUnique({ where: { townId_id: { townId: town, id } }, select: { type: true, bytes: true } }),
    async followerCounts(ticketIds) {
      const where = { townId: town, ticketId: { in: [...ticketIds] } }
      const rows = await tx.follower.groupBy({ by: ['ticketId'], where, _count: { personId: true } })
      return new Map(rows.map((r) => [r.ticketId, r._count.personId]))
    },
    async lastEvents(ticketIds, what) {
      const where = { townId: town, ticketId: { in: [...ticketIds] }, what }
      const rows = await tx.ticketEvent.findMany({ where, orderBy: [{ ticketId: 'asc' }, { n: 'asc' }] })
      return new Map(
        rows.map((r) => [
          r.ticketId,
          { at: r.at, what: COLUMNS.TicketEvent.what.parse(r.what), by: r.byId, note: r.note, data: JsonObject.parse(r.data) },
        ]),
      )
    },
  }
}
