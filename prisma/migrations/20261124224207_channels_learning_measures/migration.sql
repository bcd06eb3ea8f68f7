-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "voice" JSONB;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "throughId" TEXT,
ADD COLUMN     "throughName" TEXT,
ADD COLUMN     "throughVia" TEXT;

-- AlterTable
ALTER TABLE "Follower" ADD COLUMN     "counted" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "via" TEXT;

-- AlterTable
ALTER TABLE "Act" ADD COLUMN     "roster" JSONB;

-- AlterTable
ALTER TABLE "Notice" DROP COLUMN "attempts",
DROP COLUMN "retryAt",
ADD COLUMN     "aside" TEXT,
ADD COLUMN     "mentions" TEXT[],
ADD COLUMN     "photos" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Due" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retryAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Voice" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "ChannelGroup" (
    "townId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "groupId" TEXT,
    "name" TEXT,
    "hears" TEXT NOT NULL,
    "posts" TEXT NOT NULL,
    "mentions" BOOLEAN NOT NULL,
    "perMinute" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT,
    "secret" TEXT,
    "ownerId" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChannelGroup_pkey" PRIMARY KEY ("townId","channel","externalId")
);

-- CreateTable
CREATE TABLE "Identity" (
    "townId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "tiedBy" TEXT NOT NULL,
    "tiedAt" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3),
    "saidSince" INTEGER NOT NULL DEFAULT 0,
    "gone" TEXT,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("townId","channel","externalId")
);

-- CreateTable
CREATE TABLE "Post" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "messageId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "keys" TEXT[],
    "conversation" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "photoId" TEXT,
    "mentions" TEXT[],
    "quoteId" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retryAt" TIMESTAMPTZ(3) NOT NULL,
    "heldUntil" TIMESTAMPTZ(3),
    "doubt" BOOLEAN NOT NULL DEFAULT false,
    "why" TEXT,
    "sentId" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Post_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Bucket" (
    "name" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Bucket_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ChannelState" (
    "channel" TEXT NOT NULL,
    "upSince" TIMESTAMPTZ(3),
    "stoppedUntil" TIMESTAMPTZ(3),
    "why" TEXT,
    "heardAt" TIMESTAMPTZ(3),
    "saidAt" TIMESTAMPTZ(3),
    "aliveAt" TIMESTAMPTZ(3),
    "qr" TEXT,

    CONSTRAINT "ChannelState_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "ChannelGap" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "ChannelGap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
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

-- CreateTable
CREATE TABLE "ChannelErrand" (
    "townId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),
    "why" TEXT,

    CONSTRAINT "ChannelErrand_pkey" PRIMARY KEY ("townId","key")
);

-- CreateTable
CREATE TABLE "ChannelCursor" (
    "townId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "ChannelCursor_pkey" PRIMARY KEY ("townId","name")
);

-- CreateTable
CREATE TABLE "ChannelAnswer" (
    "townId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChannelAnswer_pkey" PRIMARY KEY ("townId","channel","messageId")
);

-- CreateTable
CREATE TABLE "ExternalScene" (
    "townId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "scene" TEXT NOT NULL,

    CONSTRAINT "ExternalScene_pkey" PRIMARY KEY ("townId","externalId")
);

-- CreateTable
CREATE TABLE "ResidentOrder" (
    "townId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResidentOrder_pkey" PRIMARY KEY ("townId","orderId")
);

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
CREATE INDEX "ChannelGroup_townId_groupId_idx" ON "ChannelGroup"("townId", "groupId");

-- CreateIndex
CREATE INDEX "Identity_townId_personId_idx" ON "Identity"("townId", "personId");

-- CreateIndex
CREATE INDEX "Post_townId_messageId_idx" ON "Post"("townId", "messageId");

-- CreateIndex
CREATE INDEX "Post_townId_sentId_idx" ON "Post"("townId", "sentId");

-- CreateIndex
CREATE INDEX "ChannelGap_until_idx" ON "ChannelGap"("until");

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

-- CreateIndex
CREATE INDEX "ChannelErrand_townId_doneAt_notBefore_idx" ON "ChannelErrand"("townId", "doneAt", "notBefore");

-- CreateIndex
CREATE INDEX "ChannelAnswer_townId_channel_place_idx" ON "ChannelAnswer"("townId", "channel", "place");

-- CreateIndex
CREATE INDEX "ResidentOrder_townId_ticketId_idx" ON "ResidentOrder"("townId", "ticketId");

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
CREATE INDEX "Message_townId_id_idx" ON "Message"("townId", "id");

-- CreateIndex
CREATE INDEX "Message_townId_personId_seq_idx" ON "Message"("townId", "personId", "seq");

-- CreateIndex
CREATE INDEX "Ticket_townId_throughId_idx" ON "Ticket"("townId", "throughId");

-- CreateIndex
CREATE INDEX "Follower_townId_personId_idx" ON "Follower"("townId", "personId");

-- CreateIndex
CREATE INDEX "Notice_townId_causeId_idx" ON "Notice"("townId", "causeId");

-- By hand: the heads of the conversations are found by the first, what is held by a dead process by the second.
CREATE INDEX "Post_to_send" ON "Post" ("townId", "conversation", "seq") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "Post_held" ON "Post" ("heldUntil") WHERE "state" = 'sending';
CREATE INDEX "Post_undecided" ON "Post" ("seq") WHERE "state" IN ('failed', 'unknown', 'confirm');

-- By hand: one model in use in a town, whoever trains or rolls back at the same moment.
CREATE UNIQUE INDEX "TrainedModel_one_in_use" ON "TrainedModel"("townId") WHERE state = 'inUse';

-- By hand: what stands in a chronicle stays as it was written.
CREATE TRIGGER "ChronicleLine_append_only" BEFORE UPDATE OR DELETE ON "ChronicleLine" FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
