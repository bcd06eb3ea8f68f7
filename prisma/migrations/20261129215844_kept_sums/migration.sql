-- CreateTable
CREATE TABLE "MonthSum" (
    "townId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "villageId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "opened" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,

    CONSTRAINT "MonthSum_pkey" PRIMARY KEY ("townId","month","villageId","kind")
);

-- CreateTable
CREATE TABLE "DutySum" (
    "townId" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "villageId" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "opened" INTEGER NOT NULL,

    CONSTRAINT "DutySum_pkey" PRIMARY KEY ("townId","year","villageId","duty")
);

-- By hand, all of it: what a year has come to is not counted anew from all its matters whenever somebody asks.

-- In which months one matter counts, and in which year's count of what comes again.
CREATE FUNCTION month_counts(t "Ticket") RETURNS TABLE (month text, opened int, done int) LANGUAGE sql STABLE AS $$
  SELECT to_char(t."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), 1, 0 WHERE t.status NOT IN ('merged', 'void')
  UNION ALL
  SELECT to_char(t."resolvedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), 0, 1 WHERE t.status IN ('resolved', 'closed') AND t."resolvedAt" IS NOT NULL
$$;
CREATE FUNCTION duty_counts(t "Ticket") RETURNS TABLE (year text, opened int) LANGUAGE sql STABLE AS $$
  SELECT to_char(t."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY'), 1
  WHERE t.kind = 'village' AND t.sensitivity IS NULL AND NOT t.hidden AND t.status NOT IN ('merged', 'void', 'withdrawn') AND t.duty NOT LIKE '%-OTHER'
$$;

-- The same counted from the matters themselves: what the sums begin with, and what they are held against.
CREATE VIEW "MonthCounted" AS
  SELECT t."townId", c.month, t."villageId", t.kind, sum(c.opened)::int AS opened, sum(c.done)::int AS done
  FROM "Ticket" t CROSS JOIN LATERAL month_counts(t) c GROUP BY 1, 2, 3, 4;
CREATE VIEW "DutyCounted" AS
  SELECT t."townId", c.year, t."villageId", t.duty, sum(c.opened)::int AS opened
  FROM "Ticket" t CROSS JOIN LATERAL duty_counts(t) c GROUP BY 1, 2, 3, 4;

-- With the move itself, whoever makes it: as it is now is added, as it was is taken away, and what that leaves alone is not touched.
CREATE FUNCTION keep_ticket_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MonthSum" AS kept ("townId", month, "villageId", kind, opened, done)
  SELECT town, month, village, kind, sum(opened), sum(done) FROM (
    SELECT NEW."townId" AS town, c.month, NEW."villageId" AS village, NEW.kind, c.opened, c.done FROM month_counts(NEW) c
    UNION ALL SELECT OLD."townId", c.month, OLD."villageId", OLD.kind, -c.opened, -c.done FROM month_counts(OLD) c) moved
  GROUP BY 1, 2, 3, 4 HAVING sum(opened) <> 0 OR sum(done) <> 0 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("townId", month, "villageId", kind) DO UPDATE SET opened = kept.opened + excluded.opened, done = kept.done + excluded.done;
  INSERT INTO "DutySum" AS kept ("townId", year, "villageId", duty, opened)
  SELECT town, year, village, duty, sum(opened) FROM (
    SELECT NEW."townId" AS town, c.year, NEW."villageId" AS village, NEW.duty, c.opened FROM duty_counts(NEW) c
    UNION ALL SELECT OLD."townId", c.year, OLD."villageId", OLD.duty, -c.opened FROM duty_counts(OLD) c) moved
  GROUP BY 1, 2, 3, 4 HAVING sum(opened) <> 0 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("townId", year, "villageId", duty) DO UPDATE SET opened = kept.opened + excluded.opened;
  RETURN NULL;
END $$;
CREATE TRIGGER "Ticket_sums" AFTER INSERT OR DELETE ON "Ticket" FOR EACH ROW EXECUTE FUNCTION keep_ticket_sums();
CREATE TRIGGER "Ticket_sums_moved" AFTER UPDATE ON "Ticket" FOR EACH ROW
  WHEN ((OLD."townId", OLD."villageId", OLD.kind, OLD.duty, OLD.status, OLD.sensitivity, OLD.hidden, OLD."openedAt", OLD."resolvedAt")
    IS DISTINCT FROM (NEW."townId", NEW."villageId", NEW.kind, NEW.duty, NEW.status, NEW.sensitivity, NEW.hidden, NEW."openedAt", NEW."resolvedAt"))
  EXECUTE FUNCTION keep_ticket_sums();

INSERT INTO "MonthSum" SELECT * FROM "MonthCounted";
INSERT INTO "DutySum" SELECT * FROM "DutyCounted";

-- What is about whoever reads is taken out of every sum again: few matters are about anybody.
CREATE INDEX "Ticket_about" ON "Ticket" USING gin ("aboutIds") WHERE cardinality("aboutIds") > 0;
