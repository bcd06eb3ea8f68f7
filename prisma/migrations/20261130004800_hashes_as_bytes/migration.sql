-- The hashes of histories as the thirty-two bytes that they are: as text they took twice as much, in each line and again in each head. What is
-- no hash (somebody has bent it) stays what it is, byte by byte, and is found bent as before.
CREATE FUNCTION pg_temp.as_bytes(hash text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN hash ~ '^([0-9a-f]{2})*$' THEN decode(hash, 'hex') ELSE convert_to(hash, 'UTF8') END
$$;
ALTER TABLE "TicketEvent" ALTER COLUMN "hash" TYPE BYTEA USING pg_temp.as_bytes("hash"), ALTER COLUMN "leftHash" TYPE BYTEA USING pg_temp.as_bytes("leftHash");
ALTER TABLE "ChronicleLine" ALTER COLUMN "hash" TYPE BYTEA USING pg_temp.as_bytes("hash"), ALTER COLUMN "leftHash" TYPE BYTEA USING pg_temp.as_bytes("leftHash");
ALTER TABLE "HistoryHead" ALTER COLUMN "hash" TYPE BYTEA USING pg_temp.as_bytes("hash");
