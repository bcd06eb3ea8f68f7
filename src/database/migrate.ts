import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { StartRefused } from '../domain/start-fault.ts'

export interface Migration {
  name: string
  sql: string
}

export const migrationsDir = resolve(import.meta.dirname, '../../prisma/migrations')

export function readMigrations(dir = migrationsDir): Migration[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .filter((it) => it.isDirectory() && existsSync(join(dir, it.name, 'migration.sql')))
    .map((it) => ({ name: it.name, sql: readFileSync(join(dir, it.name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Prisma's own table, so that `prisma migrate deploy` finds what was applied here and the other way round. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text,
  rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

/** Brings the database to today's schema and answers what it applied. A second call only reads one table. */
export async function migrate(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    if ((await missing(client, migrations)).length === 0) return []
    // Two processes on one database: the second waits here and then finds nothing to do.
    await client.query('SELECT pg_advisory_lock(736873)')
    const names = await missing(client, migrations)
    await client.query(TABLE)
    // Prisma's command line leaves such a row where it was stopped; a step is whole or not at all, so it begins again.
    await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL')
    for (const migration of migrations.filter((it) => names.includes(it.name))) await apply(client, migration)
    return names
  } finally {
    await client.end()
  }
}

/** One step and the word that it is done, in one transaction: a kill in between leaves neither. */
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
    )
    await client.query('COMMIT')
  } catch (error) {
    // A full disk or a missing right has a sentence of its own.
    if (/No space left|permission denied/.test(String(error))) throw error
    throw new StartRefused({ fault: 'migration-failed', migration: name }, { cause: error })
  }
}

async function missing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  if (!(await hasTable(client))) return migrations.map((it) => it.name)
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const known = new Set(migrations.map((it) => it.name))
  const later = rows.find((it) => !known.has(it.name))
  if (later !== undefined) throw new StartRefused({ fault: 'database-newer', migration: later.name })
  const applied = new Set(rows.map((it) => it.name))
  return [...known].filter((it) => !applied.has(it))
}

async function hasTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  return rows[0]?.there === true
}
