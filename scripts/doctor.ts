// npm run doctor: looks at settings, keys, reachability, fonts and the database, and says in one line each what is wrong and how to mend it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkChannels } from '../src/connecting/check-channels.ts'
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import { draw } from '../src/pictures/draw.ts'
import type { BackupReport } from '../src/ports/operations.ts'
import { hasChannels } from '../src/settings/channel-settings.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { backupBookOf, backupReport } from '../src/store/backup-book.ts'
import { openDatabase } from '../src/store/connect.ts'
import { databaseHealth, diskFree, keptKeys } from '../src/store/health.ts'
import { startFaultOf } from '../src/wiring/start-faults.ts'
import { doctorWords as words } from '../src/wording/doctor.ts'
import { startFaultSentence, unknownFaultSentence } from '../src/wording/startup.ts'
import { moment } from '../src/wording/status.ts'

const LEAST_DISK = 2 * 1024 ** 3
const MOST_SKEW_MS = 5000

let wrong = 0
const well = (line: string) => console.log(`${words.well}  ${line}`)
const bad = (line: string) => {
  wrong += 1
  console.log(`${words.wrong}  ${line}`)
}

async function checkDatabase(config: Config): Promise<void> {
  const opened = await openConfiguredDatabase(config).catch((fault: unknown) => {
    const known = startFaultOf(fault, config)
    bad(known ? startFaultSentence(known) : unknownFaultSentence(join(config.dataDir, 'log')))
    return null
  })
  if (!opened) return
  const { prisma, seal, unlock, close } = openDatabase({ url: opened.url, key: config })
  try {
    const { version, milliseconds, durable, skew } = await databaseHealth(prisma)
    if (durable) well(words.database(version, milliseconds))
    else bad(words.notDurable)
    if (Math.abs(skew) > MOST_SKEW_MS) bad(words.skew(Math.abs(skew)))
    else well(words.clock)
    const night = await prisma.retentionRun.aggregate({ _max: { at: true }, _sum: { gone: true } })
    if (night._max.at) well(words.retention(night._max.at, night._sum.gone ?? 0))
    await unlock()
    const keys = await keptKeys(prisma, seal)
    if (keys.closed > 0) bad(words.keysClosed(keys.closed))
    else if (keys.open > 0) well(words.keys(keys.open))
    checkBackup(config, backupReport(await backupBookOf(prisma).runs()))
  } finally {
    await close()
    await opened.close()
  }
}

function checkBackup({ backup: { at } }: Config, backup: BackupReport | null): void {
  if (backup === null) {
    if (at === null) bad(words.noBackup)
    else well(words.backupTonight(at))
    return
  }
  if (backup.why !== null) bad(words.backupFailed(backup.why))
  else well(words.backup(moment(backup.at), backup.dir))
  if (backup.trial && backup.trial.why !== null) bad(words.trialFailed(backup.trial.why))
}

/** A picture with Chinese in it can be drawn. */
async function checkFonts(): Promise<void> {
  try {
    await draw({ kind: 'card', heading: words.well, name: words.well, lines: [], foot: '' })
    well(words.font)
  } catch {
    bad(words.noFont)
  }
}

const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) bad(fault)
else {
  well(words.settings)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
  const free = (await diskFree(config.dataDir)) ?? LEAST_DISK
  if (free < LEAST_DISK) bad(words.dataDirFull(config.dataDir, free))
  else well(words.dataDir(config.dataDir, free))
  await checkDatabase(config)
  await checkFonts()
  if (!hasChannels(config)) well(words.noChannels)
  for await (const { well: isWell, line } of checkChannels(config, { reports: false })) isWell ? well(line) : bad(line)
}
console.log(words.sum(wrong))
process.exitCode = wrong > 0 ? 1 : 0
