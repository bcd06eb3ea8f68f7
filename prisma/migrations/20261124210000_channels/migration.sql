-- AlterTable
ALTER TABLE "Notice" DROP COLUMN "attempts",
DROP COLUMN "retryAt",
ADD COLUMN     "mentions" TEXT[];

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

-- Beyond what the schema can say: the heads of the conversations are found by the first, what is held by a dead process by the second.
CREATE INDEX "Post_to_send" ON "Post" ("townId", "conversation", "seq") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "Post_held" ON "Post" ("heldUntil") WHERE "state" = 'sending';
CREATE INDEX "Post_undecided" ON "Post" ("seq") WHERE "state" IN ('failed', 'unknown', 'confirm');
