-- CreateTable
CREATE TABLE "HistoryHead" (
    "townId" TEXT NOT NULL,
    "log" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "HistoryHead_pkey" PRIMARY KEY ("townId","log","subject")
);

-- CreateTable
CREATE TABLE "BackupRun" (
    "name" TEXT NOT NULL,
    "dir" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "bytes" BIGINT,
    "why" TEXT,
    "trialAt" TIMESTAMPTZ(3),
    "trialWhy" TEXT,

    CONSTRAINT "BackupRun_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "BackupRun_startedAt_idx" ON "BackupRun"("startedAt");

-- By hand: the last line of each history, kept by the database itself, whoever writes the lines and however many at once.
CREATE FUNCTION keep_ticket_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "HistoryHead" ("townId", log, subject, n, hash)
  SELECT DISTINCT ON ("townId", "ticketId") "townId", 'ticket', "ticketId", n, hash FROM added ORDER BY "townId", "ticketId", n DESC
  ON CONFLICT ("townId", log, subject) DO UPDATE SET n = excluded.n, hash = excluded.hash WHERE "HistoryHead".n < excluded.n;
  RETURN NULL;
END $$;
CREATE TRIGGER "TicketEvent_head" AFTER INSERT ON "TicketEvent" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_ticket_head();

CREATE FUNCTION keep_chronicle_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "HistoryHead" ("townId", log, subject, n, hash)
  SELECT DISTINCT ON ("townId", subject) "townId", 'chronicle', subject, n, hash FROM added ORDER BY "townId", subject, n DESC
  ON CONFLICT ("townId", log, subject) DO UPDATE SET n = excluded.n, hash = excluded.hash WHERE "HistoryHead".n < excluded.n;
  RETURN NULL;
END $$;
CREATE TRIGGER "ChronicleLine_head" AFTER INSERT ON "ChronicleLine" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_chronicle_head();

-- A head goes only with a sample that retires.
CREATE TRIGGER "HistoryHead_stays" BEFORE DELETE ON "HistoryHead" FOR EACH ROW EXECUTE FUNCTION refuse_history_change();

-- What stands already.
INSERT INTO "HistoryHead" ("townId", log, subject, n, hash)
SELECT DISTINCT ON ("townId", "ticketId") "townId", 'ticket', "ticketId", n, hash FROM "TicketEvent" ORDER BY "townId", "ticketId", n DESC;
INSERT INTO "HistoryHead" ("townId", log, subject, n, hash)
SELECT DISTINCT ON ("townId", subject) "townId", 'chronicle', subject, n, hash FROM "ChronicleLine" ORDER BY "townId", subject, n DESC;
