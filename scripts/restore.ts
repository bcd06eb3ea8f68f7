// npm run restore -- FOLDER: a backup into an empty database, and on to today's schema.
import { dirname, resolve } from 'node:path'
import { erasedBeside } from '../src/backup/erased-since.ts'
import { type Restored, restoreBackup } from '../src/backup/restore-backup.ts'
import { openAsItIs } from '../src/database/configured-database.ts'
import { CASE_FATES } from '../src/measures/index.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { openDatabase } from '../src/store/connect.ts'
import { eraseAgain } from '../src/store/forget/erase.ts'
import { newRowId } from '../src/store/new-id.ts'
import { type KeyPlace, masterSealer } from '../src/store/sealing/master-key.ts'
import { restoreProgram as words } from '../src/wording/backup.ts'
import { orRefuse, refuse } from './at-towns-desk.ts'

const A_WHILE_MS = 600_000

async function run(dir: string, config: Config): Promise<number> {
  const database = await orRefuse(config, openAsItIs(config))
  const begun = performance.now()
  try {
    const restored = await restoreBackup({ url: database.url, dir, open: masterSealer(config).open })
    if ('refused' in restored) return refuse(words.refused(restored, dir))
    tell(restored, (performance.now() - begun) / 1000)
    const again = await forgetAgain(database.url, config, await erasedBeside([dirname(dir), config.backup.dir]))
    if (again > 0) console.log(words.forgotAgain(again))
    return 0
  } finally {
    await database.close()
  }
}

function tell(restored: Exclude<Restored, { refused: unknown }>, seconds: number): void {
  const { tables } = restored.manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(words.done(tables.length, rows, seconds))
  if (restored.migrated.length > 0) console.log(words.migrated(restored.migrated.length))
}

/** Whoever asked to be forgotten since is not brought back. */
async function forgetAgain(url: string, key: KeyPlace, erased: Parameters<typeof eraseAgain>[1]): Promise<number> {
  if (erased.length === 0) return 0
  const { prisma, close } = openDatabase({ url, connections: 1, key })
  const outfit = { newId: newRowId, fates: CASE_FATES }
  return prisma.$transaction((tx) => eraseAgain(tx, erased, outfit), { timeout: A_WHILE_MS }).finally(close)
}

const [folder] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (folder === undefined) console.error(words.usage)
process.exitCode = 'faults' in config || folder === undefined ? 1 : await run(resolve(folder), config)
