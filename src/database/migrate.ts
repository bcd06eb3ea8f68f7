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
    const names = await missing(client, migrations)
    if (names.length === 0) return []
    // A step is applied whole or not at all, so one that was begun and not finished simply begins again.
    if (await hasTable(client)) await client.query(`DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`)
    const { applyMigrations } = await import('../store/engine.ts')
    return await applyMigrations(url, migrations).catch((error: unknown) => {
      // A full disk or a missing right has a sentence of its own.
      if (/No space left|permission denied/.test(String(error))) throw error
      throw new StartRefused({ fault: 'migration-failed', migration: names[0] ?? '' }, { cause: error })
    })
  } finally {
    await client.end()
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
