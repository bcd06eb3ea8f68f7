-- AlterTable
ALTER TABLE "TicketEvent" ADD COLUMN     "erasedBy" TEXT,
ADD COLUMN     "leftHash" TEXT;

-- AlterTable
ALTER TABLE "ChronicleLine" ADD COLUMN     "erasedBy" TEXT,
ADD COLUMN     "leftHash" TEXT;

-- CreateTable
CREATE TABLE "Erasure" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "whom" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "wish" TEXT NOT NULL,
    "gone" JSONB NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "RetentionRun" (
    "townId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "gone" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "RetentionRun_pkey" PRIMARY KEY ("townId","kind")
);

-- CreateIndex
CREATE INDEX "Erasure_townId_at_idx" ON "Erasure"("townId", "at");

-- The second exception: what an erasure on record takes out of a line. Which line it is, when and what happened, and its hash
-- stay, so that the chain goes on; and the erasure itself is only ever added.
CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erasable CONSTANT text[] := ARRAY['byId', 'note', 'data', 'erasedBy', 'leftHash'];
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('shuoshi.retire_sample', true) = 'on' THEN RETURN OLD; END IF;
  -- Words that are sealed with another key say the same: their hash is over the plain words.
  IF TG_OP = 'UPDATE' AND current_setting('shuoshi.seal_anew', true) = 'on' AND to_jsonb(NEW) - 'note' - 'data' = to_jsonb(OLD) - 'note' - 'data'
    THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW."leftHash" IS NOT NULL AND NEW."erasedBy" = current_setting('shuoshi.erasure', true)
      AND to_jsonb(NEW) - erasable = to_jsonb(OLD) - erasable
      AND EXISTS (SELECT 1 FROM "Erasure" e WHERE e."townId" = NEW."townId" AND e.id = NEW."erasedBy")
      THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the history of a ticket is append-only';
END $$;
CREATE FUNCTION refuse_erasure_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('shuoshi.retire_sample', true) = 'on' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the record of what was erased is append-only';
END $$;
CREATE TRIGGER "Erasure_append_only" BEFORE UPDATE OR DELETE ON "Erasure" FOR EACH ROW EXECUTE FUNCTION refuse_erasure_change();
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_wish_words" CHECK ("wish" IN ('self', 'slip', 'clerk', 'operator', 'time'));
