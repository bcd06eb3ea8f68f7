-- AlterTable
ALTER TABLE "Follower" ADD COLUMN     "counted" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "via" TEXT;

-- CreateIndex
CREATE INDEX "Notice_townId_causeId_idx" ON "Notice"("townId", "causeId");
