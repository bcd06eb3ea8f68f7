-- AlterTable
ALTER TABLE "ChannelState" ADD COLUMN     "aliveAt" TIMESTAMPTZ(3);

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

-- CreateIndex
CREATE INDEX "ChannelErrand_townId_doneAt_notBefore_idx" ON "ChannelErrand"("townId", "doneAt", "notBefore");

-- CreateIndex
CREATE INDEX "ChannelAnswer_townId_channel_place_idx" ON "ChannelAnswer"("townId", "channel", "place");

-- CreateIndex
CREATE INDEX "ResidentOrder_townId_ticketId_idx" ON "ResidentOrder"("townId", "ticketId");
