-- CreateTable
CREATE TABLE "PolicyNotice" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "groups" TEXT[],
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PolicyNotice_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Alarm" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "groups" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Alarm_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "AlarmAnswer" (
    "townId" TEXT NOT NULL,
    "alarmId" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AlarmAnswer_pkey" PRIMARY KEY ("townId","alarmId","who")
);

-- CreateIndex
CREATE INDEX "PolicyNotice_townId_state_at_idx" ON "PolicyNotice"("townId", "state", "at");

-- CreateIndex
CREATE INDEX "PolicyNotice_townId_at_idx" ON "PolicyNotice"("townId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyNotice_townId_number_key" ON "PolicyNotice"("townId", "number");

-- CreateIndex
CREATE INDEX "Alarm_townId_at_idx" ON "Alarm"("townId", "at");

-- CreateIndex
CREATE INDEX "AlarmAnswer_townId_personId_idx" ON "AlarmAnswer"("townId", "personId");
