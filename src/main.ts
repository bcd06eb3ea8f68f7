import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockDataDir } from './database/data-lock.ts'
import { startEmbedded } from './database/embedded.ts'
import { makeDir } from './database/make-dir.ts'
import { migrate } from './database/migrate.ts'
import { reachDatabase } from './database/reach-database.ts'
import { watchEmbedded } from './database/watch-embedded.ts'
import { toldFault } from './http/told-fault.ts'
import { tryPort } from './http/try-port.ts'
import { sampleFigures } from './roster/sample-figures.ts'
import { sampleOrders } from './roster/sample-orders.ts'
import { samplePast } from './roster/sample-past.ts'
import { sampleSeason } from './roster/sample-season.ts'
import { type Config, loadConfig } from './settings/config.ts'
import { sealWhatIsPlain } from './store/sealing/rotate.ts'
import { followParent } from './wiring/follow-parent.ts'
import { startFaultOf } from './wiring/start-faults.ts'
import { greeting, startFaultSentence, startupWords, unknownFaultSentence } from './wording/startup.ts'

// What was opened, to be closed in the opposite order.
const open: (() => unknown)[] = []
let stopping: number | null = null

async function start(config: Config): Promise<void> {
  // The greatest part of the loading needs no database: it goes on while PostgreSQL starts.
  const app = import('./app.ts')
  app.catch(() => {})
  await lockOwnData(config)
  // Before a database is built, which takes some seconds and is of no use to whoever has to choose another port.
  await tryPort(config)
  const databaseUrl = await database(config)
  await migrate(databaseUrl)
  const { startApp } = await app
  const { close, started } = await startApp({
    config,
    databaseUrl,
    past: {
      months: { matters: sampleSeason(), orders: sampleOrders, figures: sampleFigures },
      lines: samplePast,
      begins: () => console.log(startupWords.tellingPast),
    },
  })
  open.push(close)
  console.log(greeting(started))
  // Beside everything else: an edition before this one sealed nothing.
  const ends = new AbortController()
  const sealing = sealWhatIsPlain(databaseUrl, config, ends.signal).catch((fault: unknown) => ends.signal.aborted || keepDetails(fault))
  open.push(async () => {
    ends.abort()
    await sealing
  })
}

/** Another copy on the same directory is told of as such, whatever port it has. */
async function lockOwnData({ databaseUrl, dataDir }: Config): Promise<void> {
  if (databaseUrl !== null) return
  const lock = await lockDataDir(dataDir)
  open.push(() => lock.release())
}

async function database({ databaseUrl, dataDir }: Config): Promise<string> {
  if (databaseUrl !== null) {
    await reachDatabase(databaseUrl)
    return databaseUrl
  }
  const server = await startEmbedded({ dataDir, onCreate: () => console.log(startupWords.creatingDatabase) })
  const watched = watchEmbedded(server, {
    dataDir,
    mended: () => console.error(startupWords.databaseMended),
    lost: (fault) => void refuse(fault, configured),
  })
  open.push(() => watched.stop())
  return server.url
}

async function closeAll(): Promise<void> {
  for (let close = open.pop(); close !== undefined; close = open.pop()) await close()
}

async function stop(): Promise<void> {
  // npm passes Ctrl-C on to a process that the terminal has told already; only a later one means "at once".
  if (stopping !== null) return Date.now() - stopping > 1000 ? process.exit(130) : undefined
  stopping = Date.now()
  console.log(startupWords.stopping)
  try {
    await closeAll()
    console.log(startupWords.stopped)
    process.exit(0)
  } catch (error) {
    console.error(unknownFaultSentence(keepDetails(error)))
    process.exit(1)
  }
}

async function refuse(error: unknown, config: Config): Promise<never> {
  const fault = startFaultOf(error, config)
  if (error instanceof Error && error.cause !== undefined) keepDetails(error, config.dataDir)
  console.error(fault === null ? unknownFaultSentence(keepDetails(error, config.dataDir)) : startFaultSentence(fault))
  await closeAll().catch(() => {})
  process.exit(1)
}

function keepDetails(error: unknown, dataDir = configured.dataDir): string {
  const file = join(dataDir, 'log', 'start.log')
  const details = toldFault(error).stack || String(error)
  try {
    makeDir(join(dataDir, 'log'), 0o755)
    appendFileSync(file, `${new Date().toISOString()} ${details}\n`)
  } catch {
    // Nowhere to write: the sentence on the screen is all there can be.
  }
  return file
}

const read = loadConfig()
if ('faults' in read) {
  for (const fault of read.faults) console.error(fault)
  process.exit(1)
}
const configured: Config = read
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
// `npm start` says so: whoever starts the program themselves may well go and leave it running.
if (process.argv.includes('--with-parent')) followParent(() => void stop())
await start(configured).catch((error: unknown) => (stopping === null ? refuse(error, configured) : undefined))
