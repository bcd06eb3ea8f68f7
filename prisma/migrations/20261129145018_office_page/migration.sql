-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "onPage" TEXT;

-- CreateTable
CREATE TABLE "OfficeLink" (
    "townId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OfficeLink_pkey" PRIMARY KEY ("townId","hash")
);

-- CreateTable
CREATE TABLE "OfficeSession" (
    "townId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficeSession_pkey" PRIMARY KEY ("townId","hash")
);

-- CreateIndex
CREATE INDEX "OfficeLink_townId_personId_idx" ON "OfficeLink"("townId", "personId");

-- CreateIndex
CREATE INDEX "OfficeSession_townId_personId_idx" ON "OfficeSession"("townId", "personId");

-- Few notices are read on a page.
CREATE INDEX "Notice_on_page" ON "Notice"("townId", "onPage") WHERE "onPage" IS NOT NULL;
