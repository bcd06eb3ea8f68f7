-- AlterTable
ALTER TABLE "MeasureCase" ADD COLUMN     "day" TEXT;

-- CreateIndex
CREATE INDEX "MeasureCase_townId_measure_day_idx" ON "MeasureCase"("townId", "measure", "day");

-- What had a table of its own moves in with the cases, row by row; what was taken back stays so.
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'lecture', r."id", r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', r."id", 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('series', r."series", 'minute', r."minute", 'place', r."place", 'speaker', r."speaker", 'topic', r."topic", 'by', r."byId", 'villages', to_jsonb(r."villages"), 'attendance', r."attendance", 'note', r."note", 'photos', r."photos")
FROM (SELECT *, "number" AS n, "state" AS st, NULL::text AS village, NULL::text AS ticket, "day" AS of_day, LEAST(CURRENT_TIMESTAMP, ("day"::date + "minute" * interval '1 minute') AT TIME ZONE 'Asia/Shanghai') AS opened, NULL::timestamptz AS ended FROM "Lecture") r;
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'say-day', r."id", r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', r."id", 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('minute', r."minute", 'place', r."place", 'by', r."byId", 'agenda', r."agenda", 'apart', r."apart", 'attendance', r."attendance", 'record', r."record")
FROM (SELECT *, (row_number() OVER (PARTITION BY "townId" ORDER BY "day", "minute", "id"))::int AS n, "state" AS st, "villageId" AS village, NULL::text AS ticket, "day" AS of_day, LEAST(CURRENT_TIMESTAMP, ("day"::date + "minute" * interval '1 minute') AT TIME ZONE 'Asia/Shanghai') AS opened, NULL::timestamptz AS ended FROM "SayDay") r;
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'policy', r."id", r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', r."id", 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('by', r."byId", 'text', r."text", 'groups', to_jsonb(r."groups"), 'decidedBy', r."decidedById", 'decidedAt', r."decidedAt")
FROM (SELECT *, "number" AS n, "state" AS st, NULL::text AS village, NULL::text AS ticket, NULL::text AS of_day, "at" AS opened, NULL::timestamptz AS ended FROM "PolicyNotice") r;
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'alarm', r."id", r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', r."id", 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('by', r."byId", 'text', r."text", 'groups', to_jsonb(r."groups"))
FROM (SELECT *, (row_number() OVER (PARTITION BY "townId" ORDER BY "at", "id"))::int AS n, CASE WHEN "endedAt" IS NULL THEN 'running' ELSE 'over' END AS st, NULL::text AS village, NULL::text AS ticket, NULL::text AS of_day, "at" AS opened, "endedAt" AS ended FROM "Alarm") r;
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'hazard', r."ticketId", r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', r."ticketId", 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('by', r."byId")
FROM (SELECT *, (row_number() OVER (PARTITION BY "townId" ORDER BY "at", "ticketId"))::int AS n, 'found' AS st, (SELECT t."villageId" FROM "Ticket" t WHERE t."townId" = "HazardFound"."townId" AND t."id" = "HazardFound"."ticketId") AS village, "ticketId" AS ticket, NULL::text AS of_day, "at" AS opened, NULL::timestamptz AS ended FROM "HazardFound") r;
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'enforcement', r."seq"::text, r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', r."seq"::text, 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('by', r."byId", 'figures', jsonb_build_array(jsonb_build_object('code', r."code", 'count', r."count")))
FROM (SELECT *, (row_number() OVER (PARTITION BY "townId" ORDER BY "seq"))::int AS n, CASE WHEN "undoneAt" IS NULL THEN 'told' ELSE 'undone' END AS st, NULL::text AS village, NULL::text AS ticket, "month" AS of_day, "at" AS opened, NULL::timestamptz AS ended FROM "EnforcementFigure") r;
INSERT INTO "MeasureCase" ("townId", "measure", "id", "number", "status", "villageId", "ticketId", "day", "openedAt", "endedAt", "version", "whole")
SELECT r."townId", 'spirit-plan', 'plan', r.n, r.st, r.village, r.ticket, r.of_day, r.opened, r.ended, 1,
  jsonb_build_object('id', 'plan', 'number', r.n, 'status', r.st, 'village', r.village, 'ticket', r.ticket, 'day', r.of_day,
    'openedAt', r.opened, 'endedAt', r.ended, 'version', 1) || jsonb_build_object('everyDays', r."everyDays")
FROM (SELECT *, 1 AS n, 'set' AS st, NULL::text AS village, NULL::text AS ticket, NULL::text AS of_day, CURRENT_TIMESTAMP AS opened, NULL::timestamptz AS ended FROM "SpiritPlan") r;

-- The running numbers go on behind the last one given.
INSERT INTO "CaseCounter" ("townId", "measure", "last")
SELECT "townId", "measure", max("number") FROM "MeasureCase"
WHERE "measure" IN ('lecture', 'say-day', 'policy', 'alarm', 'hazard', 'enforcement', 'spirit-plan') GROUP BY 1, 2;

-- DropTable
DROP TABLE "EnforcementFigure";
DROP TABLE "SpiritPlan";
DROP TABLE "Lecture";
DROP TABLE "PolicyNotice";
DROP TABLE "Alarm";
DROP TABLE "HazardFound";
DROP TABLE "SayDay";
