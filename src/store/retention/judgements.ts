import type { Night } from './night.ts'

/** What a model was asked, and what was made of a report that is closed: of a matter, all that counts of it stands in its history. */
export async function judgements({ tx, town, before }: Night): Promise<number> {
  const asked = await tx.modelCall.deleteMany({ where: { townId: town, askedAt: { lt: before } } })
  const made = await tx.$executeRaw`
    UPDATE "Report" SET judgement = NULL WHERE "townId" = ${town} AND "closedAt" < ${before} AND judgement IS NOT NULL`
  return asked.count + made
}
