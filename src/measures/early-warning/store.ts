import type { Scope } from '../../ports/figures.ts'
import { Prisma } from '../../store/generated/client.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Warnings } from './desk.ts'
import type { Recurrence } from './facts.ts'

/** Only village matters are spoken of by what they are; what fits no line of the list is not the same matter twice. */
const isPublic = Prisma.sql`t.kind = 'village' AND t.sensitivity IS NULL AND NOT t.hidden AND t.duty NOT LIKE '%-OTHER'`

export function warningsOf(tx: Transaction, townId: string): Warnings {
  const within = ({ villages, reader, from, to }: Scope) =>
    Prisma.sql`t."townId" = ${townId} AND t."villageId" = ANY(${[...villages]}) AND NOT (${reader} = ANY(t."aboutIds"))
      AND t.status NOT IN ('merged', 'withdrawn') AND t."openedAt" >= ${from} AND t."openedAt" < ${to}`
  return {
    async again(scope, times, since) {
      const rows = await tx.$queryRaw<{ duty: string; village: string; count: number; places: string[]; days: string[] }[]>`
        SELECT t.duty, t."villageId" AS village, count(*)::int AS count, array_agg(t."placeId") AS places,
          array_agg(to_char(t."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') ORDER BY t."openedAt") AS days
        FROM "Ticket" t WHERE ${within(scope)} AND ${isPublic}
        GROUP BY 1, 2 HAVING count(*) >= ${times} AND max(t."openedAt") >= ${since} ORDER BY 3 DESC, 1, 2 LIMIT 20`
      return rows.map(({ places, ...r }): Recurrence => {
        const counted = [...Map.groupBy(places, (p) => p)].map(([place, all]) => ({ place, count: all.length }))
        return { ...r, places: counted.filter((p) => p.place !== r.village).toSorted((a, b) => b.count - a.count) }
      })
    },
    counts: (scope, recent, atLeast) => tx.$queryRaw`
      SELECT CASE WHEN ${isPublic} THEN t.duty END AS duty, t.kind, t."villageId" AS village,
        (count(*) FILTER (WHERE t."openedAt" >= ${recent}))::int AS recent, (count(*) FILTER (WHERE t."openedAt" < ${recent}))::int AS before
      FROM "Ticket" t WHERE ${within(scope)} AND (t.kind <> 'village' OR ${isPublic})
      GROUP BY 1, 2, 3 HAVING count(*) FILTER (WHERE t."openedAt" >= ${recent}) >= ${atLeast} ORDER BY 4 DESC, 3, 1 LIMIT 50`,
    across: (scope, villages) => tx.$queryRaw`
      SELECT t.duty, array_agg(DISTINCT t."villageId") AS villages FROM "Ticket" t WHERE ${within(scope)} AND ${isPublic}
      GROUP BY 1 HAVING count(DISTINCT t."villageId") >= ${villages} ORDER BY count(DISTINCT t."villageId") DESC, 1 LIMIT 10`,
  }
}
