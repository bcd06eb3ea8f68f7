import { later } from '../domain/durations.ts'
import type { Errand, Errands } from '../ports/errands.ts'
import { asJson } from './columns.ts'
import type { Database } from './transaction.ts'

type Row = Pick<Errand, 'key' | 'what' | 'attempts' | 'addedAt'> & { body: Record<string, unknown> }

export const errandsOf = (db: Database, town: () => string): Errands => ({
  async add({ key, what, body }, at, notBefore = at) {
    const data = { townId: town(), key, what, body: asJson(body), addedAt: at, notBefore }
    await db.channelErrand.createMany({ data: [data], skipDuplicates: true })
  },
  claim: (limit, now, holdMs) => db.$queryRaw<Row[]>`
    WITH due AS (
      SELECT key FROM "ChannelErrand" WHERE "townId" = ${town()} AND "doneAt" IS NULL AND "notBefore" <= ${now}
      ORDER BY "notBefore" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "ChannelErrand" e SET attempts = e.attempts + 1, "notBefore" = ${later(now, holdMs)}
    FROM due WHERE e."townId" = ${town()} AND e.key = due.key RETURNING e.key, e.what, e.body, e.attempts, e."addedAt"`,
  async done(key, at, why) {
    await db.channelErrand.update({ where: { townId_key: { townId: town(), key } }, data: { doneAt: at, why, body: {} } })
  },
  async again(key, notBefore) {
    await db.channelErrand.update({ where: { townId_key: { townId: town(), key } }, data: { notBefore } })
  },
  async forget(before) {
    await db.channelErrand.deleteMany({ where: { townId: town(), doneAt: { lt: before } } })
  },
})
