-- DropIndex
DROP INDEX "Message_townId_id_idx";

-- What was quoted is called by its channel and id from now on; what the bot said (n:…) keeps its name.
UPDATE "Message" m SET "quoteId" = q.channel || ':' || q.id FROM "Message" q
  WHERE m."quoteId" NOT LIKE 'n:%' AND q."townId" = m."townId" AND q.id = m."quoteId" AND q.conversation = m.conversation;
UPDATE "Notice" n SET "quoteId" = q.channel || ':' || q.id FROM "Message" q
  WHERE n."quoteId" NOT LIKE 'n:%' AND q."townId" = n."townId" AND q.id = n."quoteId" AND q.conversation = n.conversation;
UPDATE "Post" p SET "quoteId" = q.channel || ':' || q.id FROM "Message" q
  WHERE p."quoteId" NOT LIKE 'n:%' AND q."townId" = p."townId" AND q.id = p."quoteId" AND q.conversation = p.conversation;
