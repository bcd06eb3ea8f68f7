-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "saidAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "HeardAgain" (
    "townId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "HeardAgain_pkey" PRIMARY KEY ("townId","channel","id")
);

-- CreateTable
CREATE TABLE "WantedMedia" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WantedMedia_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE INDEX "HeardAgain_townId_seq_idx" ON "HeardAgain"("townId", "seq");

-- CreateIndex
CREATE INDEX "WantedMedia_townId_channel_messageId_idx" ON "WantedMedia"("townId", "channel", "messageId");

-- CreateIndex
CREATE INDEX "WantedMedia_townId_since_idx" ON "WantedMedia"("townId", "since");

-- CreateIndex
CREATE INDEX "Message_townId_conversation_saidAt_idx" ON "Message"("townId", "conversation", "saidAt");

-- By hand: one channel more.
ALTER TABLE "Post" DROP CONSTRAINT "Post_channel_words",
  ADD CONSTRAINT "Post_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wecom-archive', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "ChannelGroup" DROP CONSTRAINT "ChannelGroup_channel_words",
  ADD CONSTRAINT "ChannelGroup_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wecom-archive', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "Identity" DROP CONSTRAINT "Identity_channel_words",
  ADD CONSTRAINT "Identity_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wecom-archive', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "ChannelState" DROP CONSTRAINT "ChannelState_channel_words",
  ADD CONSTRAINT "ChannelState_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wecom-archive', 'wechaty', 'form', 'by-hand'));
ALTER TABLE "ChannelGap" DROP CONSTRAINT "ChannelGap_channel_words",
  ADD CONSTRAINT "ChannelGap_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wecom-archive', 'wechaty', 'form', 'by-hand'));
