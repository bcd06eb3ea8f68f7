-- DropIndex
DROP INDEX "Message_townId_conversation_saidAt_idx";

-- DropIndex
DROP INDEX "Message_townId_reportId_idx";

-- DropIndex
DROP INDEX "Message_townId_personId_seq_idx";

-- By hand: half of all messages are the bot's own, few belong to a report, fewer still were heard later than they were said.
CREATE INDEX "Message_by" ON "Message" ("townId", "personId", "seq") WHERE "personId" IS NOT NULL;
CREATE INDEX "Message_of_report" ON "Message" ("townId", "reportId") WHERE "reportId" IS NOT NULL;
CREATE INDEX "Message_said_before" ON "Message" ("townId", "conversation", "saidAt") WHERE "saidAt" IS NOT NULL;

-- What is counted along an index alone needs a table that is tidied after some of its rows have moved, not after a fifth of all years.
ALTER TABLE "Ticket" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);
