import { z } from 'zod'
import type { Transaction } from './transaction.ts'

/** A month or a year of a village whose sum is not what its matters come to. */
const Wrong = z.object({ town: z.string(), village: z.string(), span: z.string() })
export type WrongSum = z.infer<typeof Wrong>

/** Holds every kept sum against the matters that it is of. */
export async function checkSums(db: Transaction): Promise<WrongSum[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT DISTINCT coalesce(k."townId", c."townId") AS town, coalesce(k."villageId", c."villageId") AS village, coalesce(k.month, c.month) AS span
      FROM "MonthSum" k FULL JOIN "MonthCounted" c USING ("townId", month, "villageId", kind)
      WHERE coalesce(k.opened, 0) <> coalesce(c.opened, 0) OR coalesce(k.done, 0) <> coalesce(c.done, 0)
    UNION SELECT DISTINCT coalesce(k."townId", c."townId"), coalesce(k."villageId", c."villageId"), coalesce(k.year, c.year)
      FROM "DutySum" k FULL JOIN "DutyCounted" c USING ("townId", year, "villageId", duty)
      WHERE coalesce(k.opened, 0) <> coalesce(c.opened, 0)
    ORDER BY 1, 2, 3`
  return z.array(Wrong).parse(rows)
}
