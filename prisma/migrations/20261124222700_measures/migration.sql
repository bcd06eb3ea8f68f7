-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "throughId" TEXT,
ADD COLUMN     "throughName" TEXT,
ADD COLUMN     "throughVia" TEXT;

-- CreateTable
CREATE TABLE "ChronicleLine" (
    "townId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "byId" TEXT,
    "note" TEXT,
    "data" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ChronicleLine_pkey" PRIMARY KEY ("townId","subject","n")
);

-- CreateTable
CREATE TABLE "BulletinItem" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "groupId" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT,
    "gentle" BOOLEAN NOT NULL,
    "pictureName" TEXT,
    "picture" JSONB,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "toldOn" TEXT,
    "why" TEXT,

    CONSTRAINT "BulletinItem_pkey" PRIMARY KEY ("townId","id")
);

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

-- CreateTable
CREATE TABLE "Venue" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "uses" TEXT[],
    "address" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "StaffEntry" (
    "townId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "education" TEXT,
    "fullTime" BOOLEAN NOT NULL,
    "since" TEXT,
    "how" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "StaffEntry_pkey" PRIMARY KEY ("townId","personId")
);

-- CreateTable
CREATE TABLE "TeamRecord" (
    "townId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "TeamRecord_pkey" PRIMARY KEY ("townId","personId","kind","day","title")
);

-- CreateTable
CREATE TABLE "Lecture" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "villages" TEXT[],
    "state" TEXT NOT NULL,
    "attendance" INTEGER,
    "note" TEXT NOT NULL,
    "photos" JSONB NOT NULL,

    CONSTRAINT "Lecture_pkey" PRIMARY KEY ("townId","id")
);

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

-- CreateTable
CREATE TABLE "HazardFound" (
    "townId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HazardFound_pkey" PRIMARY KEY ("townId","ticketId")
);

-- CreateTable
CREATE TABLE "SayDay" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "villageId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "agenda" JSONB NOT NULL,
    "apart" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attendance" INTEGER,
    "record" TEXT NOT NULL,

    CONSTRAINT "SayDay_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE INDEX "BulletinItem_townId_state_fromDay_idx" ON "BulletinItem"("townId", "state", "fromDay");

-- CreateIndex
CREATE INDEX "BulletinItem_townId_groupId_toldOn_idx" ON "BulletinItem"("townId", "groupId", "toldOn");

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

-- CreateIndex
CREATE INDEX "TeamRecord_townId_kind_day_idx" ON "TeamRecord"("townId", "kind", "day");

-- CreateIndex
CREATE INDEX "Lecture_townId_day_idx" ON "Lecture"("townId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Lecture_townId_number_key" ON "Lecture"("townId", "number");

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

-- CreateIndex
CREATE INDEX "HazardFound_townId_at_idx" ON "HazardFound"("townId", "at");

-- CreateIndex
CREATE INDEX "SayDay_townId_villageId_day_idx" ON "SayDay"("townId", "villageId", "day");

-- CreateIndex
CREATE INDEX "Ticket_townId_throughId_idx" ON "Ticket"("townId", "throughId");

-- By hand: as a ticket's history, that of anything else is only ever added to.
CREATE TRIGGER "ChronicleLine_append_only" BEFORE UPDATE OR DELETE ON "ChronicleLine" FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
