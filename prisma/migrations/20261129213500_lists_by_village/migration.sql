-- By hand: whoever looks after a village turns the pages of that village, however many matters the town has had.
CREATE INDEX "Ticket_live_here" ON "Ticket" ("townId", "villageId") WHERE "status" IN ('open', 'waiting', 'resolved');
CREATE INDEX "Ticket_over_here" ON "Ticket" ("townId", "villageId", (coalesce("endedAt", "resolvedAt", "openedAt")) DESC, "id")
  WHERE "status" NOT IN ('open', 'waiting', 'resolved');
-- What falls due in a month or is late: of what waits, the day until which it waits.
CREATE INDEX "Ticket_due" ON "Ticket" ("townId", (CASE WHEN "status" = 'waiting' THEN coalesce("waitingUntil", "completeBy") ELSE "completeBy" END))
  WHERE "status" IN ('open', 'waiting');
