-- DropIndex
DROP INDEX "Ticket_townId_status_villageId_idx";

-- DropIndex
DROP INDEX "Ticket_townId_throughId_idx";

-- DropIndex
DROP INDEX "Ticket_townId_openedAt_idx";

-- DropIndex
DROP INDEX "Ticket_townId_resolvedAt_idx";

-- By hand, all of it: what a town of many years is asked every day must not depend on how many its years are.

-- What is in hand: some of each hundred.
CREATE INDEX "Ticket_live" ON "Ticket" ("townId", "openedAt") WHERE "status" IN ('open', 'waiting', 'resolved');
-- What came in and was done in a span, counted without looking at the rows.
CREATE INDEX "Ticket_opened" ON "Ticket" ("townId", "openedAt")
  INCLUDE ("villageId", "kind", "duty", "status", "sensitivity", "hidden", "aboutIds");
CREATE INDEX "Ticket_resolved" ON "Ticket" ("townId", "resolvedAt") INCLUDE ("villageId", "kind", "status", "completeBy", "aboutIds")
  WHERE "resolvedAt" IS NOT NULL;
-- Few matters are told by a cadre for somebody else.
CREATE INDEX "Ticket_through" ON "Ticket" ("townId", "throughId") WHERE "throughId" IS NOT NULL;
CREATE INDEX "TicketEvent_rated" ON "TicketEvent" ("townId", "at") WHERE "what" = 'rated';
-- The list of all matters, the part of it that is over: the latest first.
CREATE INDEX "Ticket_over" ON "Ticket" ("townId", (coalesce("endedAt", "resolvedAt", "openedAt")) DESC, "id")
  WHERE "status" NOT IN ('open', 'waiting', 'resolved');
-- A search takes whichever way is meant: words by their marks, people by what they have to do with it.
CREATE INDEX "Ticket_words" ON "Ticket" USING gin ("wordMarks");
CREATE INDEX "Ticket_through_words" ON "Ticket" USING gin ("throughMarks") WHERE "throughId" IS NOT NULL;
CREATE INDEX "Ticket_helped" ON "Ticket" USING gin ("coOwnerIds");
CREATE INDEX "Ticket_supervised" ON "Ticket" ("townId", "supervisorId") WHERE "supervisorId" IS NOT NULL;
-- What the operator is told: what could not be said, and when the leaders were last told of their day.
CREATE INDEX "Notice_failed" ON "Notice" ("townId", "dueAt") WHERE "state" = 'failed';
CREATE INDEX "Notice_digest" ON "Notice" ("townId", "sentAt") WHERE "occasion" = 'digest' AND "state" = 'sent';
