import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { backupFiles } from '../wording/backup.ts'
import { type Content, hashingRows, hashOfAll } from './content-hash.ts'
import { fileOf, MANIFEST, type Manifest } from './manifest.ts'
import { inSession, inSnapshot } from './session.ts'
import { readRows, sequencesOf, type Table, tablesOf } from './tables.ts'

/** Fast: the disk is cheaper than the minutes. */
const LEVEL = 3

interface Wanted {
  url: string
  /** Where it is to stand; it is not there before it is whole. */
  dir: string
  now: () => Date
  /** A word closed with the key that the backup does not hold. */
  closedWord: string
}

export interface Written {
  manifest: Manifest
  bytes: number
}

/** Everything in the database as of one moment: a folder with one gzipped COPY text a table. The product may go on writing. */
export async function writeBackup({ url, dir, now, closedWord }: Wanted): Promise<Written> {
  const begun = now()
  const draft = `${dir}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(dirname(dir), { recursive: true, mode: 0o700 })
  await mkdir(draft, { mode: 0o700 })
  try {
    const read = await inSession(url, (client) => inSnapshot(client, () => writeTables(client, draft)))
    const manifest: Manifest = {
      format: 'shuoshi-backup-1',
      madeAt: begun.toISOString(),
      seconds: (now().getTime() - begun.getTime()) / 1000,
      closedWord,
      ...read,
      hash: hashOfAll(read.tables),
    }
    await keep(join(draft, backupFiles.readMe), backupFiles.howToOpen)
    await keep(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(draft, dir)
    return { manifest, bytes: await sizeOf(dir) }
  } catch (fault) {
    await rm(draft, { recursive: true, force: true })
    throw fault
  }
}

async function writeTables(client: pg.Client, dir: string): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences'>> {
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  const tables: Manifest['tables'] = []
  for (const table of await tablesOf(client)) tables.push({ ...table, ...(await writeTable(client, table, dir)) })
  return { migrations: applied.rows.map((row) => row.name), tables, sequences: await sequencesOf(client) }
}

async function writeTable(client: pg.Client, table: Table, dir: string): Promise<Content> {
  const { through, content } = hashingRows()
  const file = createWriteStream(join(dir, fileOf(table.name)), { mode: 0o600, flush: true })
  await pipeline(readRows(client, table), through, createGzip({ level: LEVEL }), file)
  return content()
}

const keep = (file: string, text: string) => writeFile(file, text, { mode: 0o600, flush: true })

async function sizeOf(dir: string): Promise<number> {
  const sizes = await Promise.all((await readdir(dir)).map(async (name) => (await stat(join(dir, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
