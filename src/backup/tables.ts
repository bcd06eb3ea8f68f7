import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Content, hashingRows } from './content-hash.ts'
import type { Manifest } from './manifest.ts'
import { quoted } from './session.ts'

export interface Table {
  name: string
  columns: string[]
}

/** The tables and their columns as they stand in the database; the list of what was applied is none of them, it is kept by name. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`)
  return rows
}

/** `begun`: our own tables without a row, which is what a restore leaves that was broken off. */
export async function standing(client: pg.Client): Promise<'nothing' | 'begun' | 'something'> {
  const { rows } = await client.query<{ built: boolean; ours: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS built, to_regclass('_prisma_migrations') IS NOT NULL AS ours`,
  )
  if (!rows[0]?.built) return 'nothing'
  if (!rows[0].ours) return 'something'
  for (const { name } of await tablesOf(client)) {
    const kept = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)
    if (kept.rows.length > 0) return 'something'
  }
  return 'begun'
}

/** Read after the rows: a sequence may be ahead of them, never behind. */
export async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const read = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${quoted(name)}`,
    )
    for (const row of read.rows) sequences.push({ name, ...row })
  }
  return sequences
}

export const columnList = ({ name, columns }: Table): string => `${quoted(name)} (${columns.map(quoted).join(', ')})`

export const readRows = (client: pg.Client, table: Table) => client.query(copyTo(`COPY ${columnList(table)} TO STDOUT`))

/** What stands in a table, without keeping any of it. */
export async function contentOf(client: pg.Client, table: Table): Promise<Content> {
  const { through, content } = hashingRows()
  through.resume()
  await pipeline(readRows(client, table), through)
  return content()
}
