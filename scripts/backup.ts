// npm run backup [-- FOLDER]: everything in the database as of now into a folder of its own; the product may be running.
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { backupName } from '../src/backup/backup-name.ts'
import { WORD } from '../src/backup/manifest.ts'
import { inSession } from '../src/backup/session.ts'
import { standing } from '../src/backup/tables.ts'
import { writeBackup } from '../src/backup/write-backup.ts'
import { openAsItIs } from '../src/database/configured-database.ts'
import { readMigrations } from '../src/database/migrate.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { backupBookOf } from '../src/store/backup-book.ts'
import { openDatabase } from '../src/store/connect.ts'
import { type KeyPlace, masterSealer } from '../src/store/sealing/master-key.ts'
import { backupProgram as words } from '../src/wording/backup.ts'
import { orRefuse, refuse } from './at-towns-desk.ts'

async function run(dir: string, config: Config): Promise<number> {
  if (existsSync(dir)) return refuse(words.there(dir))
  const database = await orRefuse(config, openAsItIs(config))
  try {
    if ((await inSession(database.url, standing)) === 'nothing') return refuse(words.nothing)
    const closedWord = masterSealer(config).close(WORD)
    const { manifest, bytes } = await writeBackup({ url: database.url, dir, now: () => new Date(), closedWord })
    if (dirname(dir) === config.backup.dir && manifest.migrations.length === readMigrations().length)
      await putDown(database.url, config, dir, new Date(manifest.madeAt), bytes)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(words.done(dir, manifest.tables.length, rows, bytes, manifest.seconds))
    console.log(words.hash(manifest.hash))
    console.log(words.keyIsApart(config.secretKey === null ? join(config.dataDir, 'secret.key') : words.keySetting))
    return 0
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
    if (/^(?:ENOSPC|EACCES|EPERM|EROFS|ENOTDIR)$/u.test(code)) return refuse(words.unwritable(dir))
    throw fault
  } finally {
    await database.close()
  }
}

/** So that /status knows of it, and the night takes it away when its time comes; an older schema has no such book. */
async function putDown(url: string, key: KeyPlace, dir: string, startedAt: Date, bytes: number): Promise<void> {
  const { prisma, close } = openDatabase({ url, connections: 1, key })
  try {
    const book = backupBookOf(prisma)
    await book.began({ name: basename(dir), dir, startedAt })
    await book.made(basename(dir), new Date(), bytes)
  } finally {
    await close()
  }
}

const [folder] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
process.exitCode =
  'faults' in config ? 1 : await run(folder === undefined ? join(config.backup.dir, backupName(new Date())) : resolve(folder), config)
