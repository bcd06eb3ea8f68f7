import { z } from 'zod'
import { keysOf } from '../domain/one-of.ts'
import { type KeepDays, RETENTION } from '../domain/retention.ts'
import type { StatusReport } from '../ports/operations.ts'
import { COLUMNS } from './columns.ts'
import type { Database } from './transaction.ts'

const SHOWN = 10
const Counts = z.record(z.string(), z.number())

/** What went, by whose wish or because its time was over; nobody is named in it. */
export async function goneFrom(
  db: Database,
  town: string,
  keepDays: KeepDays,
): Promise<Pick<StatusReport, 'kept' | 'erasures' | 'erasureCount'>> {
  const runs = new Map((await db.retentionRun.findMany({ where: { townId: town } })).map((r) => [r.kind, r]))
  const wishes = { townId: town, wish: { not: 'time' } }
  const erasures = await db.erasure.findMany({ where: wishes, orderBy: { at: 'desc' }, take: SHOWN })
  return {
    kept: keysOf(RETENTION).map((kind) => {
      const run = runs.get(kind)
      return { kind, days: keepDays[kind], at: run?.at ?? null, gone: run?.gone ?? 0, total: run?.total ?? 0 }
    }),
    erasures: erasures.map(({ at, wish, gone }) => ({
      at,
      wish: COLUMNS.Erasure.wish.parse(wish),
      rows: Object.values(Counts.parse(gone)).reduce((sum, n) => sum + n, 0),
    })),
    erasureCount: await db.erasure.count({ where: wishes }),
  }
}
