-- CreateTable
CREATE TABLE "ApiKey" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "rights" TEXT[],
    "villages" TEXT[],
    "perMinute" INTEGER NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "ApiSubmission" (
    "townId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "reference" TEXT,
    "service" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApiSubmission_pkey" PRIMARY KEY ("townId","token")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT[],
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "webhookId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retryAt" TIMESTAMPTZ(3) NOT NULL,
    "heldUntil" TIMESTAMPTZ(3),
    "code" INTEGER,
    "why" TEXT,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiSubmission_townId_keyId_at_idx" ON "ApiSubmission"("townId", "keyId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ApiSubmission_townId_keyId_reference_key" ON "ApiSubmission"("townId", "keyId", "reference");

-- CreateIndex
CREATE INDEX "Webhook_townId_keyId_idx" ON "Webhook"("townId", "keyId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_townId_webhookId_ticketId_seq_idx" ON "WebhookDelivery"("townId", "webhookId", "ticketId", "seq");

-- What is still to be told, for whoever looks every second.
CREATE INDEX "WebhookDelivery_waiting" ON "WebhookDelivery" ("retryAt") WHERE "state" = 'waiting';

ALTER TABLE "ApiKey"
  ADD CONSTRAINT "ApiKey_rights_words" CHECK ("rights" <@ ARRAY['read', 'private', 'names', 'write']);
ALTER TABLE "Webhook"
  ADD CONSTRAINT "Webhook_events_words" CHECK ("events" <@ ARRAY['opened', 'moved', 'closed', 'reopened', 'extended']);
ALTER TABLE "WebhookDelivery"
  ADD CONSTRAINT "WebhookDelivery_event_words" CHECK ("event" IN ('opened', 'moved', 'closed', 'reopened', 'extended')),
  ADD CONSTRAINT "WebhookDelivery_state_words" CHECK ("state" IN ('waiting', 'sent', 'failed', 'dropped'));
