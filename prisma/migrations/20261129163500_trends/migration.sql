-- A picture is kept as what it tells, and a leader's days side by side are told no more: nobody could draw those that were kept.
WITH gone AS (
  DELETE FROM "Photo" WHERE type = 'application/vnd.shuoshi.picture+json' AND convert_from(bytes, 'UTF8')::jsonb ->> 'kind' = 'trend'
  RETURNING "townId", id
)
UPDATE "Notice" n SET photos = '[]' FROM gone WHERE n."townId" = gone."townId" AND n.photos @> jsonb_build_array(jsonb_build_object('id', gone.id));
