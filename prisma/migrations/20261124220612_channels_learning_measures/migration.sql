-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "voice" JSONB;

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
CREATE INDEX "Message_townId_id_idx" ON "Message"("townId", "id");

-- CreateIndex
CREATE INDEX "Message_townId_personId_seq_idx" ON "Message"("townId", "personId", "seq");

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
