import type { Answers } from '../ports/answers.ts'
import type { Sealer } from './seal.ts'
import type { Database } from './transaction.ts'

/** Handles open a conversation to whoever has them, so they are kept closed. */
export const answersOf = (db: Database, town: () => string, seal: Sealer): Answers => ({
  async keep({ channel, message, place, handle, until }) {
    await db.channelAnswer.createMany({
      data: [{ townId: town(), channel, messageId: message, place, handle: seal.close(handle), until }],
      skipDuplicates: true,
    })
  },
  async take(channel, { message, place }, now) {
    const [taken] = await db.$queryRaw<{ handle: string }[]>`
      UPDATE "ChannelAnswer" SET "usedAt" = ${now}
      WHERE ("townId", channel, "messageId") = (
        SELECT "townId", channel, "messageId" FROM "ChannelAnswer"
        WHERE "townId" = ${town()} AND channel = ${channel} AND place = ${place} AND "usedAt" IS NULL AND until > ${now}
          AND (${message}::text IS NULL OR "messageId" = ${message})
        ORDER BY until DESC LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING handle`
    await db.channelAnswer.deleteMany({ where: { townId: town(), channel, place, until: { lte: now } } })
    return taken ? seal.open(taken.handle) : null
  },
})
