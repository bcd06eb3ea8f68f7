-- By hand. What an index carried along saved nobody a moment any more: sums of months and duties are kept, and what a span of some weeks opened lies
-- together in the table. Two of the same moment are put in order when a page is told.
DROP INDEX "Ticket_opened";
DROP INDEX "Ticket_resolved";
DROP INDEX "Ticket_over";
DROP INDEX "Ticket_over_here";
CREATE INDEX "Ticket_opened" ON "Ticket" ("townId", "villageId", "openedAt");
CREATE INDEX "Ticket_resolved" ON "Ticket" ("townId", "villageId", "resolvedAt") WHERE "resolvedAt" IS NOT NULL;
CREATE INDEX "Ticket_over" ON "Ticket" ("townId", (coalesce("endedAt", "resolvedAt", "openedAt")) DESC)
  WHERE "status" NOT IN ('open', 'waiting', 'resolved');
CREATE INDEX "Ticket_over_here" ON "Ticket" ("townId", "villageId", (coalesce("endedAt", "resolvedAt", "openedAt")) DESC)
  WHERE "status" NOT IN ('open', 'waiting', 'resolved');

-- What waits to be sorted into these is looked through by every search: little of it may.
ALTER INDEX "Ticket_words" SET (gin_pending_list_limit = 256);

-- Whose judgement is still kept, for the nights that let it go.
CREATE INDEX "Report_judged" ON "Report" ("townId", "closedAt") WHERE "judgement" IS NOT NULL;
