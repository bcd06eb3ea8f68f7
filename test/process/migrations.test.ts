import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diffSchemas } from '../../scripts/diff-schemas.ts'
import { migrate, migrationsDir, readMigrations } from '../../src/database/migrate.ts'
import { projectRoot } from '../../src/settings/config.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

it('has a migration for all that the schema says', async () => {
  const then = readFileSync(join(migrationsDir, 'schema.prisma'), 'utf8')
  const now = readFileSync(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8')
  expect(await diffSchemas(database.url, then, now)).toBeNull()
})

it('keeps beside the migrations the schema that their SQL leads to', async () => {
  const { prisma, close } = openDatabase({ url: database.url })
  const columns = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`
  await close()
  const empty = await freshDatabase()
  const sql = await diffSchemas(empty.url, null, readFileSync(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8'))
  await empty.close()
  const wanted = [...(sql ?? '').matchAll(/CREATE TABLE "(\w+)" \(([\s\S]*?)\n\);/g)].flatMap(([, table, body]) =>
    [...(body ?? '').matchAll(/^ {4}"(\w+)"/gm)].map(([, column]) => `${table}.${column}`),
  )
  expect(columns.map((it) => it.name).sort()).toEqual(wanted.sort())
})

it('applies nothing twice, and lets two processes try at once', async () => {
  const names = readMigrations().map((it) => it.name)
  const more = [...readMigrations(), { name: '29990101000000_more', sql: 'CREATE TABLE more (id int);' }]
  expect(await migrate(database.url)).toEqual([])
  const both = await Promise.all([migrate(database.url, more), migrate(database.url, more)])
  expect(both.flat()).toEqual(['29990101000000_more'])
  await expect(migrate(database.url)).rejects.toMatchObject({ fault: { fault: 'database-newer', migration: '29990101000000_more' } })
  expect(names.length).toBeGreaterThan(0)
})

it('begins a step again that a kill interrupted', async () => {
  const fresh = await freshDatabase()
  const { prisma, close } = openDatabase({ url: fresh.url })
  await prisma.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '', '29990101000000_more')`
  const more = [...readMigrations(), { name: '29990101000000_more', sql: 'CREATE TABLE more (id int);' }]
  expect(await migrate(fresh.url, more)).toEqual(['29990101000000_more'])
  await close()
  await fresh.close()
})

it('leaves the database as it was where a step fails', async () => {
  const fresh = await freshDatabase()
  const bad = [...readMigrations(), { name: '29990101000000_bad', sql: 'CREATE TABLE half (id int); SELECT nothing FROM nowhere;' }]
  await expect(migrate(fresh.url, bad)).rejects.toMatchObject({ fault: { fault: 'migration-failed', migration: '29990101000000_bad' } })
  expect(await migrate(fresh.url)).toEqual([])
  const { prisma, close } = openDatabase({ url: fresh.url })
  expect(await prisma.$queryRaw`SELECT to_regclass('half')::text AS half`).toEqual([{ half: null }])
  await close()
  await fresh.close()
})
