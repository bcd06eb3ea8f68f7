import type { Journal } from '../../store/deeds/journal.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Duties } from './desk.ts'

export function dutiesOf(tx: Transaction, townId: string, journal: Journal): Duties {
  return {
    async set(duty) {
      const { code } = duty
      await journal.watch('DutyLine', [{ code }], () =>
        tx.dutyLine.update({ where: { townId_code: { townId, code } }, data: { line: duty } }),
      )
      await tx.town.update({ where: { id: townId }, data: { rosterVersion: { increment: 1 } } })
    },
    figures: ({ villages, reader, from, to }) => tx.$queryRaw`
      SELECT t.duty,
        (count(*) FILTER (WHERE t."openedAt" >= ${from} AND t."openedAt" < ${to}))::int AS opened,
        (count(*) FILTER (WHERE d.done))::int AS done,
        (count(*) FILTER (WHERE d.done AND t."resolvedAt" <= t."completeBy"))::int AS "onTime",
        (count(*) FILTER (WHERE d.closed AND t.satisfaction = 'good'))::int AS good,
        (count(*) FILTER (WHERE d.closed AND t.satisfaction = 'fair'))::int AS fair,
        (count(*) FILTER (WHERE d.closed AND t.satisfaction = 'poor'))::int AS poor,
        (count(*) FILTER (WHERE d.closed AND t.satisfaction IS NULL))::int AS none
      FROM "Ticket" t CROSS JOIN LATERAL (SELECT
        t.status IN ('resolved', 'closed') AND t."resolvedAt" >= ${from} AND t."resolvedAt" < ${to} AS done,
        t.status = 'closed' AND t."endedAt" >= ${from} AND t."endedAt" < ${to} AS closed) d
      WHERE t."townId" = ${townId} AND t."villageId" = ANY(${[...villages]}) AND NOT (${reader} = ANY(t."aboutIds"))
        AND t.status NOT IN ('merged', 'withdrawn') AND t.sensitivity IS NULL AND NOT t.hidden
        AND (t."openedAt" >= ${from} AND t."openedAt" < ${to} OR d.done OR d.closed)
      GROUP BY t.duty ORDER BY 2 DESC, 1`,
  }
}
