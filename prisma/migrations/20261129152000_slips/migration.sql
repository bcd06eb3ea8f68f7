-- CreateTable
CREATE TABLE "VillageCode" (
    "townId" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "VillageCode_pkey" PRIMARY KEY ("townId","gridId")
);

-- CreateTable
CREATE TABLE "Slip" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "villageId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "throughId" TEXT,
    "throughName" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Slip_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "VillageCode_code_key" ON "VillageCode"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Slip_key_key" ON "Slip"("key");

-- CreateIndex
CREATE INDEX "Slip_townId_personId_idx" ON "Slip"("townId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Slip_townId_villageId_number_key" ON "Slip"("townId", "villageId", "number");

-- By hand: one channel and one source more.
ALTER TABLE "Ticket" DROP CONSTRAINT "Ticket_source_words",
  ADD CONSTRAINT "Ticket_source_words" CHECK ("source" IN ('group', 'direct', 'noted', 'report', 'form'));
ALTER TABLE "Post" DROP CONSTRAINT "Post_channel_words",
  ADD CONSTRAINT "Post_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "ChannelGroup" DROP CONSTRAINT "ChannelGroup_channel_words",
  ADD CONSTRAINT "ChannelGroup_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "Identity" DROP CONSTRAINT "Identity_channel_words",
  ADD CONSTRAINT "Identity_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "ChannelState" DROP CONSTRAINT "ChannelState_channel_words",
  ADD CONSTRAINT "ChannelState_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "ChannelGap" DROP CONSTRAINT "ChannelGap_channel_words",
  ADD CONSTRAINT "ChannelGap_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'form', 'by-hand'));
