import type pg from 'pg'

const TABLES = `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'townId' WHERE n.nspname = 'public' AND c.relkind = 'r'`
const COLUMNS = `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'townId' ORDER BY attnum`
const INDEXES = `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
  WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`
/** What opens something is nobody else's. */
const OWN = ['VillageCode', 'ScreenLink', 'Slip', 'ApiKey']

interface Made {
  name: string
  made: string
}

/** Other towns like the only one: all that it has, town by town. In the order of time they would be written over all of the keys at once, for hours. */
export async function intoOthers(client: pg.Client, towns: number): Promise<void> {
  await client.query(`INSERT INTO "Town" (id, name, sample, "ledgerColumns")
    SELECT id || '-' || lpad(k::text, 4, '0'), name, sample, "ledgerColumns" FROM "Town", generate_series(2, ${towns}) k`)
  const { rows } = await client.query<{ name: string }>(TABLES)
  for (const { name } of rows) if (!OWN.includes(name)) await copied(client, `"${name}"`)
}

/** Without its indexes but for its keys; they are made anew at the end: row by row, tens of millions would take hours. */
async function copied(client: pg.Client, table: string): Promise<void> {
  const of = async <T extends object>(query: string): Promise<T[]> => (await client.query<T>(query, [table])).rows
  const indexes = await of<Made>(INDEXES)
  const columns = (await of<{ name: string }>(COLUMNS)).map(({ name }) => `"${name}"`).join(', ')
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  await client.query(`INSERT INTO ${table} ("townId", ${columns}) SELECT t.town, ${columns}
    FROM (SELECT id AS town FROM "Town" ORDER BY id OFFSET 1) t CROSS JOIN LATERAL (SELECT * FROM ${table} r WHERE r."townId" = (SELECT min(id) FROM "Town") ORDER BY ctid OFFSET 0) r`)
  for (const { made } of indexes) await client.query(made)
}
