-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "voice" JSONB;

-- CreateTable
CREATE TABLE "Voice" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "ModelCall" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "judgement" JSONB,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Example" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "duty" TEXT,
    "source" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "causeId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Example_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "TrainedModel" (
    "townId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "upTo" TIMESTAMPTZ(3) NOT NULL,
    "examples" INTEGER NOT NULL,
    "scores" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "weights" BYTEA,

    CONSTRAINT "TrainedModel_pkey" PRIMARY KEY ("townId","version")
);

-- CreateIndex
CREATE INDEX "ModelCall_townId_askedAt_idx" ON "ModelCall"("townId", "askedAt");

-- CreateIndex
CREATE INDEX "ModelCall_townId_personId_askedAt_idx" ON "ModelCall"("townId", "personId", "askedAt");

-- CreateIndex
CREATE INDEX "Example_townId_at_idx" ON "Example"("townId", "at");

-- CreateIndex
CREATE INDEX "Example_townId_causeId_idx" ON "Example"("townId", "causeId");

-- CreateIndex
CREATE INDEX "TrainedModel_townId_madeAt_idx" ON "TrainedModel"("townId", "madeAt");

-- By hand: one model in use in a town, whoever trains or rolls back at the same moment.
CREATE UNIQUE INDEX "TrainedModel_one_in_use" ON "TrainedModel"("townId") WHERE state = 'inUse';
