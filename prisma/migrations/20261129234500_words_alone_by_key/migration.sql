-- Everybody who speaks is looked up by a whole key. Joined to lists of which nothing is known, on tables of which PostgreSQL knows nothing yet, people
-- were compared with everybody: 14 ms for twelve lines in a township of a thousand.
CREATE OR REPLACE FUNCTION "writeAlone"(
  town text, ears text[], callers text[], ids text[], texts text[], told timestamptz[], said timestamptz[],
  near interval, machine timestamptz, stale interval
) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
  people text[];
  away int[];
  place int;
BEGIN
  people := ARRAY(
    SELECT (
      SELECT p.id FROM "Person" p WHERE p."townId" = town AND NOT p.gone AND p.id = (
        SELECT i."personId" FROM "Identity" i WHERE i."townId" = town AND i.channel = c.ear AND i."externalId" = c.caller))
    FROM unnest(ears, callers) WITH ORDINALITY AS c (ear, caller, n) ORDER BY n);
  -- The locks of store/ears.ts, in its order: two who write into one conversation wait for each other, and see what the other wrote.
  PERFORM pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (
    SELECT DISTINCT ('ears:' || town || ':p:' || person) COLLATE "C" AS name FROM unnest(people) AS person WHERE person IS NOT NULL ORDER BY 1) AS it;
  away := ARRAY(
    SELECT n FROM unnest(people, ears, said) WITH ORDINALITY AS it (person, ear, moment, n)
    -- Whom one ear alone knows, no other tells of.
    WHERE person IS NULL OR (
      EXISTS (SELECT 1 FROM "Identity" o WHERE o."townId" = town AND o."personId" = person AND o.channel <> ear)
      AND EXISTS (
        SELECT 1 FROM "Message" m
        WHERE m."townId" = town AND m.conversation = 'p:' || person AND m."personId" IS NOT NULL AND m.channel <> ear
          AND m."saidAt" BETWEEN moment - near AND moment + near)));
  INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "saidAt")
  SELECT town, ear, it.id, 'p:' || person, person, words, at, moment
  FROM unnest(people, ears, ids, texts, told, said) WITH ORDINALITY AS it (person, ear, id, words, at, moment, n)
  WHERE n <> ALL (away)
    AND (SELECT h.seq FROM "HeardAgain" h WHERE h."townId" = town AND h.channel = ear AND h.id = it.id) IS NULL
  ORDER BY n
  ON CONFLICT DO NOTHING;
  -- In the order of store/callers.ts.
  FOR place IN
    SELECT n FROM unnest(ears, callers) WITH ORDINALITY AS c (ear, caller, n)
    WHERE (
      SELECT i."heardAt" IS NULL OR i."heardAt" < machine - stale OR i."saidSince" > 0 OR i.gone IS NOT NULL
      FROM "Identity" i WHERE i."townId" = town AND i.channel = ear AND i."externalId" = caller)
    ORDER BY ear, caller
  LOOP
    UPDATE "Identity" SET "heardAt" = machine, "saidSince" = 0, gone = NULL
    WHERE "townId" = town AND channel = ears[place] AND "externalId" = callers[place];
  END LOOP;
  RETURN away;
END
$$;
