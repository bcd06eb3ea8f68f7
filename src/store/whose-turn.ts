import type { Place, Store } from '../ports/store.ts'
import { Prisma } from './generated/client.ts'
import type { Database } from './transaction.ts'

/** A sample that an import has replaced keeps its rows, and nobody is served from them any more. */
const SERVED = Prisma.sql`"townId" IN (SELECT id FROM "Town" WHERE active)`

type WhoseTurn = Pick<Store, 'conversationsToHandle' | 'dueWork' | 'unscheduled' | 'openWindows' | 'conversationsToTell' | 'nextMoment'>

/** Where something waits, in all towns that are served; whoever takes it up locks it first. */
export function whoseTurn(db: Database): WhoseTurn {
  return {
    async conversationsToHandle(limit) {
      // One step along the index for each conversation that waits, however much waits in it.
      return db.$queryRaw<Place[]>`
        SELECT t.id AS town, h.conversation FROM unnest(ARRAY(SELECT id FROM "Town" WHERE active)) AS t (id) CROSS JOIN LATERAL (
          WITH RECURSIVE head AS (
            (SELECT conversation, seq FROM "Message" WHERE "townId" = t.id AND "handledAt" IS NULL ORDER BY conversation, seq LIMIT 1)
            UNION ALL
            SELECT n.* FROM head h CROSS JOIN LATERAL (
              SELECT conversation, seq FROM "Message" WHERE "townId" = t.id AND "handledAt" IS NULL AND conversation > h.conversation
              ORDER BY conversation, seq LIMIT 1) n
          ) SELECT conversation, seq FROM head) h
        ORDER BY h.seq LIMIT ${limit}`
    },
    async dueWork(now, limit) {
      return db.$queryRaw<{ town: string; key: string }[]>`
        SELECT "townId" AS town, key FROM "Due" WHERE "doneAt" IS NULL AND at <= ${now} AND ${SERVED} AND ("retryAt" IS NULL OR "retryAt" <= now()) ORDER BY at, key LIMIT ${limit}`
    },
    async unscheduled(jobs) {
      return db.$queryRaw<{ town: string; jobs: string[] }[]>`
        SELECT t.id AS town, array_agg(j.name) AS jobs FROM "Town" t CROSS JOIN unnest(${[...jobs]}::text[]) AS j (name)
        WHERE t.active AND NOT EXISTS (SELECT 1 FROM "Due" d WHERE d."townId" = t.id AND d.job = j.name AND d."doneAt" IS NULL) GROUP BY t.id ORDER BY t.id`
    },
    async openWindows() {
      const windows = await db.$queryRaw<{ town: string; key: string }[]>`
        SELECT d."townId" AS town, d.key FROM "Due" d JOIN "Report" r ON r."townId" = d."townId" AND r.id = d.data->>'report'
        WHERE d."doneAt" IS NULL AND d.job IN ('close-report', 'photo-words') AND r."closedAt" IS NULL AND d.at - r."openedAt" < interval '12 hours' ORDER BY d.at LIMIT 100`
      if (windows.length > 0) return windows
      // The talk is over when everything in it is.
      return db.$queryRaw<
        { town: string; key: string }[]
      >`SELECT "townId" AS town, key FROM "Due" WHERE "doneAt" IS NULL AND job = 'list-after-talk' AND ${SERVED} ORDER BY at, key LIMIT 100`
    },
    async conversationsToTell(now, limit) {
      return db.$queryRaw<Place[]>`
        SELECT "townId" AS town, conversation FROM "Notice" WHERE state = 'due' AND "notBefore" <= ${now} AND ${SERVED} GROUP BY 1, 2 ORDER BY min(seq) LIMIT ${limit}`
    },
    async nextMoment() {
      const [row] = await db.$queryRaw<{ at: Date | null }[]>`
        SELECT least((SELECT min(at) FROM "Due" WHERE "doneAt" IS NULL AND ${SERVED} AND ("retryAt" IS NULL OR "retryAt" <= now())), (SELECT min("notBefore") FROM "Notice" WHERE state = 'due' AND ${SERVED})) AS at`
      return row?.at ?? null
    },
  }
}
