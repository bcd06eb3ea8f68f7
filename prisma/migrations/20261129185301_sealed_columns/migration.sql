-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "phoneMark" TEXT;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "throughMarks" INTEGER[],
ADD COLUMN     "wordMarks" INTEGER[];

-- CreateTable
CREATE TABLE "DataKey" (
    "id" SERIAL NOT NULL,
    "use" TEXT NOT NULL,
    "wrapped" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id")
);

-- The third exception: a line may be sealed anew, and nothing else of it may change; its hash is over the plain words.
CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erasable CONSTANT text[] := ARRAY['byId', 'note', 'data', 'erasedBy', 'leftHash'];
  sealed CONSTANT text[] := ARRAY['note', 'data'];
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('shuoshi.retire_sample', true) = 'on' THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW."leftHash" IS NOT NULL AND NEW."erasedBy" = current_setting('shuoshi.erasure', true)
      AND to_jsonb(NEW) - erasable = to_jsonb(OLD) - erasable
      AND EXISTS (SELECT 1 FROM "Erasure" e WHERE e."townId" = NEW."townId" AND e.id = NEW."erasedBy")
      THEN RETURN NEW; END IF;
    IF current_setting('shuoshi.seal_anew', true) = 'on' AND to_jsonb(NEW) - sealed = to_jsonb(OLD) - sealed THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the history of a ticket is append-only';
END $$;
