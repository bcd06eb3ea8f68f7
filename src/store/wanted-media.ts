import type { WantedMedia } from '../ports/wanted-media.ts'
import type { Database } from './transaction.ts'

export const wantedMediaOf = (db: Database, town: () => string): WantedMedia => ({
  ofMatters: (limit) => db.$queryRaw<{ id: string; file: string }[]>`
    SELECT w.id, w."fileId" AS file FROM "WantedMedia" w
    JOIN "Message" m ON m."townId" = w."townId" AND m.channel = w.channel AND m.id = w."messageId"
    WHERE w."townId" = ${town()} AND (cardinality(m."ticketIds") > 0
      OR EXISTS (SELECT 1 FROM "TicketMessage" t WHERE t."townId" = m."townId" AND t.seq = m.seq))
    ORDER BY w.since LIMIT ${limit}`,
  async keep(id, { type, bytes }) {
    await db.photo.createMany({ data: [{ townId: town(), id, type, bytes }], skipDuplicates: true })
  },
  async drop(id) {
    await db.wantedMedia.deleteMany({ where: { townId: town(), id } })
  },
  async forget(before) {
    await db.wantedMedia.deleteMany({ where: { townId: town(), since: { lt: before } } })
  },
})
