import pg from 'pg'

/** So that the same rows are the same text, whatever the server is set to. */
const ALIKE = `SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET search_path = public; SET statement_timeout = 0`

/** One connection whose COPY text is alike everywhere. */
export async function inSession<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // What breaks a connection breaks the statement that runs on it, and is told there.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(ALIKE)
    return await run(client)
  } finally {
    await client.end()
  }
}

/** All that is read is of one moment; nobody who writes is held up. */
export async function inSnapshot<T>(client: pg.Client, run: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const result = await run()
  await client.query('COMMIT')
  return result
}

export const quoted = pg.escapeIdentifier
