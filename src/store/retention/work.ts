import type { Night } from './night.ts'

/** What was done about a matter is not done again: it is remembered until the matter itself has been over for as long. */
export const work = ({ tx, town, before }: Night): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM "Due" d WHERE d."townId" = ${town} AND d."doneAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."townId" = d."townId" AND t.id = d."ticketId" AND (t."endedAt" IS NULL OR t."endedAt" >= ${before}))`
