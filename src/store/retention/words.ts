import type { Night } from './night.ts'

const A_NIGHT = 20_000
const OVER = ['closed', 'rejected', 'withdrawn', 'merged', 'void']

/** What was said one-to-one outside of matters: the lines stay, empty, so that nothing is heard twice. */
export const chats = ({ tx, town, before }: Night): Promise<number> =>
  tx.$executeRaw`
    UPDATE "Message" SET text = '' WHERE "townId" = ${town} AND seq IN (
      SELECT seq FROM "Message" m
      WHERE "townId" = ${town} AND conversation LIKE 'p:%' AND at < ${before} AND text <> '' AND cardinality("ticketIds") = 0
        AND NOT EXISTS (SELECT 1 FROM "TicketMessage" t WHERE t."townId" = m."townId" AND t.seq = m.seq)
      LIMIT ${A_NIGHT})`

/**
 * That something was said, when and of which matter, stays; the words to one person go. What a group was told stays in the talk of that group, and is
 * not kept here as well; how it went out on a platform is of no use any more.
 */
export async function notices({ tx, town, before }: Night): Promise<number> {
  const told = await tx.$executeRaw`
    UPDATE "Notice" SET text = '', brief = NULL WHERE "townId" = ${town} AND key IN (
      SELECT key FROM "Notice"
      WHERE "townId" = ${town} AND "dueAt" < ${before} AND text <> '' AND (conversation LIKE 'p:%' AND state NOT IN ('due', 'claimed') OR state = 'sent')
      LIMIT ${A_NIGHT})`
  const said = await tx.$executeRaw`
    UPDATE "Message" SET text = '' WHERE "townId" = ${town} AND seq IN (
      SELECT seq FROM "Message"
      WHERE "townId" = ${town} AND "personId" IS NULL AND conversation LIKE 'p:%' AND at < ${before} AND text <> ''
      LIMIT ${A_NIGHT})`
  const sent = await tx.$executeRaw`
    DELETE FROM "Post" WHERE "townId" = ${town} AND id IN (
      SELECT id FROM "Post" WHERE "townId" = ${town} AND "writtenAt" < ${before} AND state IN ('sent', 'dropped') LIMIT ${A_NIGHT})`
  return told + said + sent
}

/** Nothing opens a slip any more of which all matters are over. */
export const slips = ({ tx, town, before }: Night): Promise<number> =>
  tx.$executeRaw`
    UPDATE "Slip" s SET code = '', "throughName" = NULL, key = 'gone:' || gen_random_uuid() WHERE "townId" = ${town} AND at < ${before} AND code <> ''
      AND NOT EXISTS (
        SELECT 1 FROM "Message" m JOIN "TicketMessage" tm ON tm."townId" = m."townId" AND tm.seq = m.seq
        JOIN "Ticket" t ON t."townId" = tm."townId" AND t.id = tm."ticketId"
        WHERE m."townId" = s."townId" AND m.channel = 'form' AND m.id = s.id AND NOT t.status = ANY(${OVER}))`
