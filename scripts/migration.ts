// npm run migration -- name: writes prisma/migrations/<time>_<name>/ with the SQL from the last one's schema to today's, for a person to read.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrationsDir, readMigrations } from '../src/database/migrate.ts'
import { diffSchemas } from './diff-schemas.ts'

const name = (process.argv[2] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_')
const schema = readFileSync(resolve(import.meta.dirname, '../prisma/schema.prisma'), 'utf8')
// What the migrations so far lead to; the next one starts from it.
const copy = join(migrationsDir, 'schema.prisma')
const before = readMigrations().length === 0 ? null : readFileSync(copy, 'utf8')

// The engine wants to know which PostgreSQL the SQL is for: an empty one, for this moment only.
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-migration-'))
const server = await startEmbedded({ dataDir, durable: false })
const sql = await diffSchemas(server.url, before, schema).finally(() => server.stop())
rmSync(dataDir, { recursive: true, force: true })

if (name === '') {
  console.error('请给这一步起个名字，例如：npm run migration -- add_photos')
  process.exitCode = 1
} else if (sql === null) {
  console.log('结构没有变化，不用写迁移。')
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const dir = join(migrationsDir, `${time}_${name}`)
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'migration.sql'), sql)
  // What the schema cannot say (partial indexes, checks, triggers) is appended to the SQL by hand.
  writeFileSync(copy, schema)
  writeFileSync(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`已写好 ${join(dir, 'migration.sql')}，请读一遍再用。`)
}
