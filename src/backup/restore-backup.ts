import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate, readMigrations } from '../database/migrate.ts'
import type { RestoreRefusal } from '../domain/backup.ts'
import { type Content, hashingRows } from './content-hash.ts'
import { fileOf, MANIFEST, Manifest, WORD } from './manifest.ts'
import { inSession, inSnapshot, quoted } from './session.ts'
import { columnList, contentOf, standing, type Table } from './tables.ts'
import { withoutIndexes } from './without-indexes.ts'

interface Wanted {
  url: string
  dir: string
  /** @throws when the word was closed with another key. */
  open(closed: string): string
}

export type Restored = { manifest: Manifest; migrated: string[] } | RestoreRefusal

/** Into an empty database only: builds the tables of the backup's day, loads them, compares, and goes on to today's schema. */
export async function restoreBackup({ url, dir, open }: Wanted): Promise<Restored> {
  const manifest = await readManifest(dir)
  if (!manifest) return { refused: 'no-backup' }
  const known = readMigrations()
  const later = manifest.migrations.find((name) => !known.some((it) => it.name === name))
  if (later !== undefined) return { refused: 'newer', migration: later }
  if (!opens(open, manifest.closedWord)) return { refused: 'other-key' }
  const before = await inSession(url, standing)
  if (before === 'something') return { refused: 'not-empty' }
  const clear = () => inSession(url, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
  if (before === 'begun') await clear()
  try {
    const restored = await build({ url, dir, manifest })
    // It was empty when we came.
    if ('refused' in restored) await clear()
    return restored
  } catch (fault) {
    await clear().catch(() => {})
    throw fault
  }
}

async function build({ url, dir, manifest }: { url: string; dir: string; manifest: Manifest }): Promise<Restored> {
  await migrate(
    url,
    readMigrations().filter((it) => manifest.migrations.includes(it.name)),
  )
  const damaged = await inSession(url, async (client) => (await load(client, manifest, dir)) ?? (await differing(client, manifest)))
  if (damaged !== null) return { refused: 'damaged', file: fileOf(damaged) }
  const migrated = await migrate(url)
  await inSession(url, (client) => client.query('ANALYZE'))
  return { manifest, migrated }
}

async function readManifest(dir: string): Promise<Manifest | null> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')))
  } catch {
    return null
  }
}

function opens(open: (closed: string) => string, closed: string): boolean {
  try {
    return open(closed) === WORD
  } catch {
    return false
  }
}

/** All tables or none; answers the first whose file is not what was written. */
async function load(client: pg.Client, manifest: Manifest, dir: string): Promise<string | null> {
  await client.query('BEGIN')
  const damaged = await withoutIndexes(client, () => loadTables(client, manifest, dir)).then(
    () => null,
    (fault: unknown) => {
      if (fault instanceof Damaged) return fault.table
      throw fault
    },
  )
  await client.query(damaged === null ? 'COMMIT' : 'ROLLBACK')
  return damaged
}

/** Ends the loading where it is. */
class Damaged extends Error {
  readonly table: string

  constructor(table: string) {
    super(table)
    this.table = table
  }
}

async function loadTables(client: pg.Client, { tables, sequences }: Manifest, dir: string): Promise<void> {
  for (const table of tables) {
    // What a trigger would add stands in the backup already; the checks stay on.
    await client.query(`ALTER TABLE ${quoted(table.name)} DISABLE TRIGGER USER`)
    const read = await loadTable(client, table, join(dir, fileOf(table.name))).catch((fault: unknown) => {
      throw isOfTheFile(fault) ? new Damaged(table.name) : fault
    })
    if (read.hash !== table.hash || read.rows !== table.rows) throw new Damaged(table.name)
    await client.query(`ALTER TABLE ${quoted(table.name)} ENABLE TRIGGER USER`)
  }
  for (const { name, value, called } of sequences) await client.query('SELECT setval($1::regclass, $2, $3)', [quoted(name), value, called])
}

async function loadTable(client: pg.Client, table: Table, file: string): Promise<Content> {
  const { through, content } = hashingRows()
  await pipeline(createReadStream(file), createGunzip(), through, client.query(copyFrom(`COPY ${columnList(table)} FROM STDIN`)))
  return content()
}

/** Not there, cut off, or rows that the database does not take: what was written is not what is read. */
function isOfTheFile(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  return code === 'ENOENT' || code.startsWith('Z_') || /^2[23]/u.test(code)
}

/** The first table that does not read back as it was written. */
async function differing(client: pg.Client, { tables }: Manifest): Promise<string | null> {
  return inSnapshot(client, async () => {
    for (const table of tables) {
      const { rows, hash } = await contentOf(client, table)
      if (rows !== table.rows || hash !== table.hash) return table.name
    }
    return null
  })
}
