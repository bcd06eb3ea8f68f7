-- What people say to the bot alone is written where it is looked up who they are, in one journey for all who speak at once. Whoever is unknown, and
-- what another ear may have told of within `near`, is left: their places are returned, and whoever asked looks at them more closely.
-- `ears`, `callers`: a channel and what it calls somebody; `machine`: now, by the machine's clock, noted where the last note is older than `stale`.
CREATE FUNCTION "writeAlone"(
  town text, ears text[], callers text[], ids text[], texts text[], told timestamptz[], said timestamptz[],
  near interval, machine timestamptz, stale interval
) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
  people text[];
  away int[];
BEGIN
  people := ARRAY(
    SELECT p.id FROM unnest(ears, callers) WITH ORDINALITY AS c (ear, caller, n)
    LEFT JOIN "Identity" i ON i."townId" = town AND i.channel = c.ear AND i."externalId" = c.caller
    LEFT JOIN "Person" p ON p."townId" = town AND p.id = i."personId" AND NOT p.gone
    ORDER BY n);
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
    AND NOT EXISTS (SELECT 1 FROM "HeardAgain" h WHERE h."townId" = town AND h.channel = ear AND h.id = it.id)
  ORDER BY n
  ON CONFLICT DO NOTHING;
  WITH held AS (
    SELECT i.channel, i."externalId" FROM "Identity" i
    WHERE i."townId" = town AND (i.channel, i."externalId") IN (SELECT * FROM unnest(ears, callers))
      AND (i."heardAt" IS NULL OR i."heardAt" < machine - stale OR i."saidSince" > 0 OR i.gone IS NOT NULL)
    ORDER BY 1, 2 FOR UPDATE)
  UPDATE "Identity" i SET "heardAt" = machine, "saidSince" = 0, gone = NULL FROM held
  WHERE i."townId" = town AND i.channel = held.channel AND i."externalId" = held."externalId";
  RETURN away;
END
$$;
