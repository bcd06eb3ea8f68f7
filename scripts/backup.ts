// npm run backup [-- FOLDER]: everything in the database as of now into a folder of its own; the product may be running.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backupName } from '../src/backup/backup-name.ts'
import { inSession } from '../src/backup/session.ts'
import { isEmpty } from '../src/backup/tables.ts'
import { writeBackup } from '../src/backup/write-backup.ts'
import { openAsItIs } from '../src/database/configured-database.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { openSealer } from '../src/store/seal.ts'
import { backupProgram as words } from '../src/wording/backup.ts'
import { refuse } from './at-towns-desk.ts'

async function run(dir: string, config: Config): Promise<number> {
  if (existsSync(dir)) return refuse(words.there(dir))
  const database = await openAsItIs(config)
  try {
    if (await inSession(database.url, isEmpty)) return refuse(words.nothing)
    const { manifest, bytes } = await writeBackup({ url: database.url, dir, now: () => new Date(), close: openSealer(config).close })
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

const [folder] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
process.exitCode =
  'faults' in config ? 1 : await run(folder === undefined ? join(config.backup.dir, backupName(new Date())) : resolve(folder), config)
