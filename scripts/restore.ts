// npm run restore -- FOLDER: a backup into an empty database, and on to today's schema.
import { resolve } from 'node:path'
import { restoreBackup } from '../src/backup/restore-backup.ts'
import { openAsItIs } from '../src/database/configured-database.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { openSealer } from '../src/store/seal.ts'
import { restoreProgram as words } from '../src/wording/backup.ts'
import { refuse } from './at-towns-desk.ts'

async function run(dir: string, config: Config): Promise<number> {
  const database = await openAsItIs(config)
  const begun = performance.now()
  const restored = await restoreBackup({ url: database.url, dir, open: openSealer(config).open }).finally(() => database.close())
  if ('refused' in restored) return refuse(words.refused(restored, dir))
  const { tables } = restored.manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(words.done(tables.length, rows, (performance.now() - begun) / 1000))
  if (restored.migrated.length > 0) console.log(words.migrated(restored.migrated.length))
  return 0
}

const [folder] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (folder === undefined) console.error(words.usage)
process.exitCode = 'faults' in config || folder === undefined ? 1 : await run(resolve(folder), config)
