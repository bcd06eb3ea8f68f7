-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "groupId" TEXT;

-- What is in hand is told on where it was told first; what is over is not told any more.
UPDATE "Ticket" t SET "groupId" = told.id
FROM (
  SELECT DISTINCT ON (tm."townId", tm."ticketId") tm."townId", tm."ticketId", g.id
  FROM "TicketMessage" tm
  JOIN "Message" m ON m."townId" = tm."townId" AND m.seq = tm.seq
  JOIN "ChatGroup" g ON g."townId" = m."townId" AND m.conversation = 'g:' || g.id AND g.kind = 'village'
  ORDER BY tm."townId", tm."ticketId", m.seq
) told
WHERE t."townId" = told."townId" AND t.id = told."ticketId" AND t.source = 'group' AND t.status IN ('open', 'waiting', 'resolved');
