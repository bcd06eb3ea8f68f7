import type { Night } from './night.ts'

/**
 * What a model was asked, and what was made of a report that is closed: of a matter, all that counts of it stands in its history. In a group nobody asks
 * again what became of a report; a slip, or what a program handed in, is asked for by whoever wrote it.
 */
export async function judgements({ tx, town, before }: Night): Promise<number> {
  const asked = await tx.modelCall.deleteMany({ where: { townId: town, askedAt: { lt: before } } })
  const made = await tx.$executeRaw`
    UPDATE "Report" SET judgement = NULL WHERE "townId" = ${town} AND "closedAt" < ${before} AND judgement IS NOT NULL AND conversation NOT LIKE 'g:%'`
  const over = await tx.report.deleteMany({ where: { townId: town, closedAt: { lt: before }, conversation: { startsWith: 'g:' } } })
  return asked.count + made + over.count
}
