-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Town" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "rosterVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Town_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ProductClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GridNode" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "parentId" TEXT,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT,
    "aliases" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "GridNode_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Household" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,

    CONSTRAINT "Household_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Person" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "householdId" TEXT,
    "onRoster" BOOLEAN NOT NULL DEFAULT true,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "PersonRole" (
    "townId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,

    CONSTRAINT "PersonRole_pkey" PRIMARY KEY ("townId","personId","role","gridId")
);

-- CreateTable
CREATE TABLE "ChatGroup" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "quietUntil" TIMESTAMPTZ(3),
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ChatGroup_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "townId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("townId","groupId","personId")
);

-- CreateTable
CREATE TABLE "DutyLine" (
    "townId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "line" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "DutyLine_pkey" PRIMARY KEY ("townId","code")
);

-- CreateTable
CREATE TABLE "Leave" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deputyId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TEXT NOT NULL,
    "tickets" TEXT[],
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Message" (
    "townId" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "personId" TEXT,
    "text" TEXT NOT NULL,
    "quoteId" TEXT,
    "photos" JSONB NOT NULL DEFAULT '[]',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "reportId" TEXT,
    "ticketIds" TEXT[],

    CONSTRAINT "Message_pkey" PRIMARY KEY ("townId","seq")
);

-- CreateTable
CREATE TABLE "Photo" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Report" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "judgement" JSONB,
    "outcome" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "TicketCounter" (
    "townId" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "TicketCounter_pkey" PRIMARY KEY ("townId","gridId")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "villageId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "ownerId" TEXT,
    "coOwnerIds" TEXT[],
    "reporterId" TEXT,
    "aboutIds" TEXT[],
    "danger" TEXT,
    "sensitivity" TEXT,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "countedFrom" TIMESTAMPTZ(3) NOT NULL,
    "respondBy" TIMESTAMPTZ(3) NOT NULL,
    "completeBy" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "respondedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "solved" BOOLEAN,
    "satisfaction" TEXT,
    "waitingUntil" TIMESTAMPTZ(3),
    "waitingSince" TIMESTAMPTZ(3),
    "waitingReason" TEXT,
    "extensions" INTEGER NOT NULL DEFAULT 0,
    "extensionAsked" JSONB,
    "supervisorId" TEXT,
    "mergedInto" TEXT,
    "evidence" TEXT[],
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "TicketEvent" (
    "townId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "byId" TEXT,
    "note" TEXT,
    "data" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "TicketEvent_pkey" PRIMARY KEY ("townId","ticketId","n")
);

-- CreateTable
CREATE TABLE "TicketMessage" (
    "townId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "TicketMessage_pkey" PRIMARY KEY ("townId","ticketId","seq")
);

-- CreateTable
CREATE TABLE "Follower" (
    "townId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "household" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("townId","ticketId","household")
);

-- CreateTable
CREATE TABLE "Question" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "ticketId" TEXT,
    "data" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Act" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "versions" JSONB NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Act_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "townId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "conversation" TEXT NOT NULL,
    "ticketId" TEXT,
    "occasion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "answer" BOOLEAN NOT NULL DEFAULT false,
    "quoteId" TEXT,
    "brief" TEXT,
    "causeId" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'due',
    "why" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retryAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("townId","key")
);

-- CreateTable
CREATE TABLE "Due" (
    "townId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ticketId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "doneAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Due_pkey" PRIMARY KEY ("townId","key")
);

-- CreateIndex
CREATE INDEX "Leave_townId_endedAt_idx" ON "Leave"("townId", "endedAt");

-- CreateIndex
CREATE INDEX "Message_townId_conversation_seq_idx" ON "Message"("townId", "conversation", "seq");

-- CreateIndex
CREATE INDEX "Message_townId_reportId_idx" ON "Message"("townId", "reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_townId_channel_id_key" ON "Message"("townId", "channel", "id");

-- CreateIndex
CREATE INDEX "Report_townId_conversation_closedAt_idx" ON "Report"("townId", "conversation", "closedAt");

-- CreateIndex
CREATE INDEX "Ticket_townId_status_villageId_idx" ON "Ticket"("townId", "status", "villageId");

-- CreateIndex
CREATE INDEX "Ticket_townId_ownerId_status_idx" ON "Ticket"("townId", "ownerId", "status");

-- CreateIndex
CREATE INDEX "Ticket_townId_reporterId_openedAt_idx" ON "Ticket"("townId", "reporterId", "openedAt");

-- CreateIndex
CREATE INDEX "Ticket_townId_openedAt_idx" ON "Ticket"("townId", "openedAt");

-- CreateIndex
CREATE INDEX "Ticket_townId_endedAt_idx" ON "Ticket"("townId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_townId_villageId_number_key" ON "Ticket"("townId", "villageId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_townId_label_key" ON "Ticket"("townId", "label");

-- CreateIndex
CREATE INDEX "TicketEvent_townId_at_idx" ON "TicketEvent"("townId", "at");

-- CreateIndex
CREATE INDEX "TicketMessage_townId_seq_idx" ON "TicketMessage"("townId", "seq");

-- CreateIndex
CREATE INDEX "Question_townId_personId_answeredAt_idx" ON "Question"("townId", "personId", "answeredAt");

-- CreateIndex
CREATE INDEX "Act_townId_personId_at_idx" ON "Act"("townId", "personId", "at");

-- CreateIndex
CREATE INDEX "Notice_townId_ticketId_idx" ON "Notice"("townId", "ticketId");

-- CreateIndex
CREATE INDEX "Notice_townId_conversation_sentAt_idx" ON "Notice"("townId", "conversation", "sentAt");

-- CreateIndex
CREATE INDEX "Due_townId_ticketId_idx" ON "Due"("townId", "ticketId");

-- Beyond what the schema can say: what is still to be done is found by these, however long the past grows.
CREATE INDEX "Message_to_handle" ON "Message" ("townId", "conversation", "seq") WHERE "handledAt" IS NULL;
CREATE INDEX "Due_to_do" ON "Due" ("at", "key") WHERE "doneAt" IS NULL;
CREATE INDEX "Notice_to_tell" ON "Notice" ("notBefore", "seq") WHERE "state" = 'due';
CREATE INDEX "Message_said" ON "Message" ("townId", "conversation", "at") WHERE "personId" IS NULL;

-- A ticket's history is only ever added to. The one exception is a sample township that retires for a real one.
CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('shuoshi.retire_sample', true) = 'on' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the history of a ticket is append-only';
END $$;
CREATE TRIGGER "TicketEvent_append_only" BEFORE UPDATE OR DELETE ON "TicketEvent" FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
