import pg from 'pg'
import { opened } from '../../src/store/sealing/envelope.ts'
import { createKeyRing } from '../../src/store/sealing/key-ring.ts'
import { SECRET_KEY } from './keys.ts'

/** What SQL finds, with what is sealed opened; conditions on sealed columns find nothing. */
export async function rowsOf<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql, values).finally(() => client.end())
  const keys = await createKeyRing(url, { secretKey: SECRET_KEY, dataDir: '' }).keys()
  // Rows as they come have no prototype that is known.
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, opened(keys, value)])) as T)
}
