import type { Hazard, Hazards } from '../../ports/hazards.ts'
import type { Journal } from '../deeds/journal.ts'
import type { HazardFound } from '../generated/client.ts'
import { ticketFrom } from '../ticket-row.ts'
import type { Transaction } from '../transaction.ts'

const MANY = 2000

export function hazardsOf(tx: Transaction, townId: string, now: Date, journal: Journal): Hazards {
  const filled = async (rows: readonly HazardFound[]): Promise<Hazard[]> => {
    const tickets = await tx.ticket.findMany({ where: { townId, id: { in: rows.map((r) => r.ticketId) } } })
    const byId = new Map(tickets.map((t) => [t.id, ticketFrom(t)]))
    return rows.flatMap((r) => {
      const ticket = byId.get(r.ticketId)
      return ticket ? [{ ticket, by: r.byId, at: r.at }] : []
    })
  }
  return {
    async add(ticketId, by) {
      await journal.watch('HazardFound', [{ ticketId }], () => tx.hazardFound.create({ data: { townId, ticketId, byId: by, at: now } }))
    },
    async open(villages, limit) {
      const rows = await tx.$queryRaw<HazardFound[]>`
        SELECT h.* FROM "HazardFound" h JOIN "Ticket" t ON t."townId" = h."townId" AND t.id = h."ticketId"
        WHERE h."townId" = ${townId} AND t.status IN ('open', 'waiting') AND t."villageId" = ANY(${[...villages]}) ORDER BY h.at LIMIT ${limit}`
      return filled(rows)
    },
    async within({ from, to }) {
      return filled(await tx.hazardFound.findMany({ where: { townId, at: { gte: from, lt: to } }, orderBy: { at: 'asc' }, take: MANY }))
    },
  }
}
