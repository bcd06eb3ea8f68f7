-- AlterTable
ALTER TABLE "Message" ALTER COLUMN "ticketIds" SET DEFAULT ARRAY[]::TEXT[];

-- What was never said to belong to a ticket belongs to none: as NULL it was found by nothing that looks for talk.
UPDATE "Message" SET "ticketIds" = '{}' WHERE "ticketIds" IS NULL;
