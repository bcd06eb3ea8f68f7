-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "would" TEXT;

-- CreateTable
CREATE TABLE "Trial" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "figures" JSONB,

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE INDEX "Trial_townId_groupId_since_idx" ON "Trial"("townId", "groupId", "since");

-- By hand: what would have become of a report, as src/domain/trial.ts has it; and one trial of a group at a time.
ALTER TABLE "Report" ADD CONSTRAINT "Report_would_words" CHECK ("would" IN ('open', 'list'));
CREATE UNIQUE INDEX "Trial_one" ON "Trial" ("townId", "groupId") WHERE "endedAt" IS NULL;
