-- AlterTable
ALTER TABLE "Due" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retryAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Message_townId_id_idx" ON "Message"("townId", "id");

-- CreateIndex
CREATE INDEX "Message_townId_personId_seq_idx" ON "Message"("townId", "personId", "seq");
