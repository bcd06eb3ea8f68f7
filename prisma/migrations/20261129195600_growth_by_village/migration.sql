-- By hand: most of those who ask are of one village, and theirs is a small part of what a town opened and did in a span.
DROP INDEX "Ticket_opened";
DROP INDEX "Ticket_resolved";
CREATE INDEX "Ticket_opened" ON "Ticket" ("townId", "villageId", "openedAt")
  INCLUDE ("kind", "duty", "status", "sensitivity", "hidden", "aboutIds");
CREATE INDEX "Ticket_resolved" ON "Ticket" ("townId", "villageId", "resolvedAt") INCLUDE ("kind", "status", "completeBy", "aboutIds")
  WHERE "resolvedAt" IS NOT NULL;
-- The first record of all, and lists that ask when something was opened.
CREATE INDEX "Ticket_first" ON "Ticket" ("townId", "openedAt");
