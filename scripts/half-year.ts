// npm run half-year: a township's half-year lived from single events in a fresh database, its figures beside those of the source text.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import { defaultSettings } from '../src/domain/settings.ts'
import { openClock } from '../src/store/clock.ts'
import { openDatabase } from '../src/store/connect.ts'
import { newRowId } from '../src/store/new-id.ts'
import { createStore } from '../src/store/store.ts'
import { castOf } from './half-year/cast.ts'
import { openTownship } from './half-year/client.ts'
import { type Outcome, outcomeOf } from './half-year/outcome.ts'
import { replay } from './half-year/replay.ts'
import { agrees, REMARK, rowsOf, tableOf } from './half-year/report.ts'
import { SOURCE } from './half-year/source.ts'

const SETTINGS = {
  PORT: '0',
  LOG_LEVEL: 'error',
  REPORT_WINDOW_SECONDS: '0',
  DATABASE_URL: '',
  SECRET_KEY: '',
  SAMPLE: 'on',
  SANDBOX: 'on',
}

/** A township without the sample's past: where a clock stands already, none is told. */
async function beginWithoutPast(dataDir: string): Promise<void> {
  const { url, close } = await openConfiguredDatabase({ databaseUrl: null, dataDir })
  const { prisma, close: disconnect } = openDatabase({ url, key: { secretKey: null, dataDir } })
  await prisma.productClock.create({ data: { offsetMs: 0n } }).finally(disconnect)
  await close()
}

async function startProgram(dataDir: string): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '..', 'src', 'main.ts')], {
    env: { ...process.env, ...SETTINGS, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done, failed) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const address = /http:\/\/[\d.:]+/u.exec(said)?.[0]
      if (address) done({ address, child })
    })
    child.once('exit', () => failed(new Error(`did not start: ${said}`)))
  })
}

async function count(dataDir: string, year: number): Promise<Outcome> {
  const { url, close } = await openConfiguredDatabase({ databaseUrl: null, dataDir })
  const { prisma, close: disconnect } = openDatabase({ url, key: { secretKey: null, dataDir } })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: newRowId })
    const [town = ''] = await store.towns()
    return await store.atDesk(town, clock.now(), (desk) => outcomeOf(desk, year, SOURCE.months))
  } finally {
    await disconnect()
    await close()
  }
}

const began = performance.now()
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-half-year-'))
await beginWithoutPast(dataDir)
const { address, child } = await startProgram(dataDir)
const year = new Date().getFullYear() + 1
try {
  const township = openTownship(address)
  const cast = await castOf(township)
  await replay({ township, cast, year, plan: SOURCE, progress: (line) => console.error(line) })
  await township.tell(cast.leader.id, '月报 6月')
  await township.settle()
  const rows = rowsOf(SOURCE, await count(dataDir, year))
  console.log(tableOf(rows))
  console.log(REMARK)
  console.log(`\n${await township.lastWord(cast.leader.id)}`)
  console.error(`${Math.round((performance.now() - began) / 1000)} s`)
  process.exitCode = agrees(rows) ? 0 : 1
} finally {
  child.kill('SIGTERM')
  await once(child, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}
