-- CreateTable
CREATE TABLE "MeasureCase" (
    "townId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "villageId" TEXT,
    "ticketId" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "whole" JSONB NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "MeasureCase_pkey" PRIMARY KEY ("townId","measure","id")
);

-- CreateTable
CREATE TABLE "CaseCounter" (
    "townId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CaseCounter_pkey" PRIMARY KEY ("townId","measure")
);

-- CreateTable
CREATE TABLE "EnforcementFigure" (
    "townId" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EnforcementFigure_pkey" PRIMARY KEY ("townId","seq")
);

-- CreateTable
CREATE TABLE "SpiritPlan" (
    "townId" TEXT NOT NULL,
    "everyDays" INTEGER,

    CONSTRAINT "SpiritPlan_pkey" PRIMARY KEY ("townId")
);

-- CreateIndex
CREATE INDEX "MeasureCase_townId_measure_status_idx" ON "MeasureCase"("townId", "measure", "status");

-- CreateIndex
CREATE INDEX "MeasureCase_townId_measure_openedAt_idx" ON "MeasureCase"("townId", "measure", "openedAt");

-- CreateIndex
CREATE INDEX "MeasureCase_townId_measure_endedAt_idx" ON "MeasureCase"("townId", "measure", "endedAt");

-- CreateIndex
CREATE INDEX "MeasureCase_townId_ticketId_idx" ON "MeasureCase"("townId", "ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "MeasureCase_townId_measure_number_key" ON "MeasureCase"("townId", "measure", "number");

-- CreateIndex
CREATE INDEX "EnforcementFigure_townId_month_code_idx" ON "EnforcementFigure"("townId", "month", "code");
