-- What arrives together is written in one journey. Two ears that tell of one conversation wait for each other (`ears`, in one order), and what
-- another ear may have told of within `near` is left unwritten and named: whoever asked looks at it more closely.
CREATE FUNCTION "writeTold"(town text, told jsonb[], ears text[], near interval) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  perhaps text[] := '{}';
BEGIN
  IF cardinality(ears) > 0 THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(ears) WITH ORDINALITY AS it (name, n) ORDER BY n;
    perhaps := ARRAY(
      SELECT r ->> 'id' FROM unnest(told) AS r
      WHERE EXISTS (
        SELECT 1 FROM "Message" m
        WHERE m."townId" = town AND m.conversation = r ->> 'conversation' AND m."personId" IS NOT NULL AND m.channel <> r ->> 'channel'
          AND m."saidAt" BETWEEN (r ->> 'saidAt')::timestamptz - near AND (r ->> 'saidAt')::timestamptz + near));
  END IF;
  INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, "quoteId", photos, voice, at, "saidAt", "handledAt")
  SELECT m."townId", m.channel, m.id, m.conversation, m."personId", m.text, m."quoteId", m.photos, m.voice, m.at, m."saidAt", m."handledAt"
  FROM unnest(told) WITH ORDINALITY AS it (r, n) CROSS JOIN LATERAL jsonb_populate_record(NULL::"Message", r) AS m
  WHERE m.id <> ALL (perhaps)
    AND NOT EXISTS (SELECT 1 FROM "HeardAgain" h WHERE h."townId" = town AND h.channel = m.channel AND h.id = m.id)
  ORDER BY n
  ON CONFLICT DO NOTHING;
  RETURN perhaps;
END
$$;
