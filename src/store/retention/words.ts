import type { Night } from './night.ts'
import { seenSince } from './seen-since.ts'

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
 * What was said to one person goes, and how anything went out on a platform: what became of a matter stands in its history. What a group was told is that
 * group's talk, and is not kept a second time.
 */
export async function notices(night: Night): Promise<number> {
  const { tx, town, before } = night
  const told = await tx.$executeRaw`
    UPDATE "Notice" SET text = '', brief = NULL WHERE "townId" = ${town} AND key IN (
      SELECT key FROM "Notice"
      WHERE "townId" = ${town} AND "dueAt" < ${before} AND text <> '' AND (conversation LIKE 'p:%' AND state NOT IN ('due', 'claimed') OR state = 'sent')
      LIMIT ${A_NIGHT})`
  const said = await tx.$executeRaw`
    DELETE FROM "Message" WHERE "townId" = ${town} AND seq IN (
      SELECT seq FROM "Message" WHERE "townId" = ${town} AND "personId" IS NULL AND conversation LIKE 'p:%' AND at < ${before} LIMIT ${A_NIGHT})`
  const sent = await tx.$executeRaw`
    DELETE FROM "Post" WHERE "townId" = ${town} AND id IN (
      SELECT id FROM "Post" WHERE "townId" = ${town} AND "writtenAt" < ${before} AND state IN ('sent', 'dropped') LIMIT ${A_NIGHT})`
  return told + said + sent + (await ofMattersOver(night))
}

/** Its key keeps a thing from being said twice, for as long as there is a matter. */
async function ofMattersOver({ tx, town, before, now }: Night): Promise<number> {
  const seen = await seenSince(tx, { town, kind: 'notices', before, now })
  return tx.$executeRaw`
    DELETE FROM "Notice" n USING "Ticket" t
    WHERE t."townId" = ${town} AND t."endedAt" >= ${seen} AND t."endedAt" < ${before}
      AND n."townId" = ${town} AND n."ticketId" = t.id AND n."dueAt" < ${before} AND n.state NOT IN ('due', 'claimed')`
}

/** Nothing opens a slip any more of which all matters are over. */
export const slips = ({ tx, town, before }: Night): Promise<number> =>
  tx.$executeRaw`
    UPDATE "Slip" s SET code = '', "throughName" = NULL, key = 'gone:' || gen_random_uuid() WHERE "townId" = ${town} AND at < ${before} AND code <> ''
      AND NOT EXISTS (
        SELECT 1 FROM "Message" m JOIN "TicketMessage" tm ON tm."townId" = m."townId" AND tm.seq = m.seq
        JOIN "Ticket" t ON t."townId" = tm."townId" AND t.id = tm."ticketId"
        WHERE m."townId" = s."townId" AND m.channel = 'form' AND m.id = s.id AND NOT t.status = ANY(${OVER}))`
