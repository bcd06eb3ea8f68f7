import pg from 'pg'

export interface TableBytes {
  table: string
  rows: number
  heap: number
  indexes: number
}

/** What lies on the disk, the largest table first; what a database holds when it is empty is not counted. */
export async function bytesByTable(url: string): Promise<TableBytes[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<TableBytes>(`
      SELECT c.relname AS table, greatest(c.reltuples, 0)::float8 AS rows, (pg_total_relation_size(c.oid) - pg_indexes_size(c.oid))::float8 AS heap, pg_indexes_size(c.oid)::float8 AS indexes
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY pg_total_relation_size(c.oid) DESC`)
    return rows
  } finally {
    await client.end()
  }
}
