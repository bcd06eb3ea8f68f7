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

/** Brings the database to today's schema and answers what it applied. A second call only reads one table. */
export async function migrate(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    if ((await missing(client, migrations)).length === 0) return []
    // Two processes on one database: the second waits here and then finds nothing to do.
    await client.query('SELECT pg_advisory_lock(736873)')
    if ((await missing(client, migrations)).length === 0) return []
    const { applyMigrations } = await import('./engine.ts')
    return await applyMigrations(url, migrations)
  } finally {
    await client.end()
  }
}

async function missing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (table.rows[0]?.there !== true) return migrations.map((it) => it.name)
  const { rows } = await client.query<{ migration_name: string; checksum: string; done: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  const failed = rows.find((it) => !it.done)
  if (failed !== undefined) throw new StartRefused({ fault: 'migration-failed', migration: failed.migration_name })
  const known = new Set(migrations.map((it) => it.name))
  const later = rows.find((it) => !known.has(it.migration_name))
  if (later !== undefined) throw new StartRefused({ fault: 'database-newer', migration: later.migration_name })
  const applied = new Set(rows.map((it) => it.migration_name))
  return [...known].filter((it) => !applied.has(it))
}
