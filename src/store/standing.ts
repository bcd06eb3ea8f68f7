import { dayNumber, momentAt } from '../domain/moments.ts'
import type { Queue, Standing } from '../ports/standing.ts'
import { COLUMNS } from './columns.ts'
import type { Database } from './transaction.ts'

/** One thing that is counted: what it is, and for posts by which channel. */
interface Row extends Queue {
  town: string
  what: string
  channel: string | null
}

export const countOf = (queues: readonly Queue[]): number => queues.reduce((sum, q) => sum + q.count, 0)

/**
 * Everything that is counted of these towns, in one statement; `now` is the product's clock. Each part walks an index of what is still
 * to be done, or of what is open: what it costs grows with the work there is and not with the years behind it.
 */
const rowsOf = (db: Database, towns: readonly string[], now: Date) => db.$queryRaw<Row[]>`
  WITH asked AS (SELECT unnest(${[...towns]}::text[]) AS town)
  SELECT "townId" AS town, 'unhandled' AS what, NULL AS channel, count(*)::int AS count, min(at) AS oldest
    FROM "Message" WHERE "handledAt" IS NULL AND "townId" IN (SELECT town FROM asked) GROUP BY 1
  UNION ALL SELECT "townId", 'notices', NULL, count(*)::int, min("notBefore")
    FROM "Notice" WHERE state = 'due' AND "notBefore" <= ${now} AND "townId" IN (SELECT town FROM asked) GROUP BY 1
  UNION ALL SELECT "townId", 'work', NULL, count(*)::int, min(at)
    FROM "Due" WHERE "doneAt" IS NULL AND at <= ${now} AND "townId" IN (SELECT town FROM asked) GROUP BY 1
  UNION ALL SELECT "townId", state, channel, count(*)::int, min("writtenAt")
    FROM "Post" WHERE state IN ('waiting', 'sending') AND "townId" IN (SELECT town FROM asked) GROUP BY 1, 2, 3
  UNION ALL SELECT "townId", state, channel, count(*)::int, min("writtenAt")
    FROM "Post" WHERE state IN ('failed', 'unknown', 'confirm') AND "townId" IN (SELECT town FROM asked) GROUP BY 1, 2, 3
  UNION ALL SELECT "townId", 'opened', NULL, sum(last)::int, NULL
    FROM "TicketCounter" WHERE "townId" IN (SELECT town FROM asked) GROUP BY 1
  UNION ALL SELECT town, 'open', NULL, count(*)::int, NULL
    FROM asked JOIN "Ticket" t ON t."townId" = town AND t.status IN ('open', 'waiting') GROUP BY 1
  UNION ALL SELECT town, 'overdue', NULL, count(*)::int, NULL
    FROM asked JOIN "Ticket" t ON t."townId" = town AND t.status = 'open' AND t."completeBy" < ${now} GROUP BY 1
  UNION ALL SELECT town, CASE WHEN outcome LIKE 'failed%' THEN 'failing' ELSE 'asked' END, NULL, count(*)::int, NULL
    FROM asked JOIN "ModelCall" c ON c."townId" = town AND c."askedAt" >= ${momentAt(dayNumber(now), 0)} AND outcome NOT LIKE 'over%' GROUP BY 1, 2`

function standingFrom(town: string, rows: readonly Row[]): Standing {
  const queue = (what: string): Queue => {
    const row = rows.find((r) => r.what === what)
    return { count: row?.count ?? 0, oldest: row?.oldest ?? null }
  }
  const count = (what: string): number => queue(what).count
  const posts = rows.flatMap(({ what, channel, count, oldest }) => {
    if (channel === null) return []
    return [{ channel: COLUMNS.Post.channel.parse(channel), state: COLUMNS.Post.state.parse(what), count, oldest }]
  })
  return {
    ...{ town, posts, unhandled: queue('unhandled'), notices: queue('notices'), work: queue('work') },
    tickets: { opened: count('opened'), open: count('open'), overdue: count('overdue') },
    model: { asked: count('asked') + count('failing'), failed: count('failing') },
  }
}

/** How these towns stand; `now` is the product's clock. */
export async function standingsOf(db: Database, towns: readonly string[], now: Date): Promise<Standing[]> {
  const rows = Map.groupBy(await rowsOf(db, towns, now), (r) => r.town)
  return towns.map((town) => standingFrom(town, rows.get(town) ?? []))
}

export async function standingOf(db: Database, town: string, now: Date): Promise<Standing> {
  const rows = await rowsOf(db, [town], now)
  return standingFrom(town, rows)
}
