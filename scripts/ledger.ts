// npm run ledger -- FILE.xlsx [2026-11 | 2026]: the township's ledger of a month or a year, for the one that is in use.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { type Config, loadConfig } from '../src/config.ts'
import { yearOf } from '../src/domain/moments.ts'
import { spanOfPeriod } from '../src/ledger/period.ts'
import { writeLedger } from '../src/ledger/write-ledger.ts'
import { openClock } from '../src/store/clock.ts'
import { openConfiguredDatabase } from '../src/store/configured-database.ts'
import { openDatabase } from '../src/store/connect.ts'
import { createStore } from '../src/store/store.ts'
import { ledgerPeriod, ledgerProgram } from '../src/wording/ledger.ts'

async function run(file: string, said: string | undefined, config: Config): Promise<number> {
  if (said !== undefined && !spanOfPeriod(said)) return refuse(ledgerProgram.badPeriod(said))
  const { url, close } = await openConfiguredDatabase(config)
  const { prisma, close: disconnect } = openDatabase({ url })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: config.settings, newId: randomUUID })
    const [town] = await store.towns()
    const period = said ?? String(yearOf(clock.now()))
    const span = spanOfPeriod(period)
    if (!town || !span) return refuse(ledgerProgram.noTown)
    const { bytes, sheets } = await store.atDesk(town, clock.now(), (desk) => writeLedger(desk, span))
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(file, bytes)
    } catch {
      return refuse(ledgerProgram.unwritable(file))
    }
    console.log(ledgerProgram.written(file, ledgerPeriod(period), sheets))
    return 0
  } finally {
    await disconnect()
    await close()
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

const [file, period] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (file === undefined) console.error(ledgerProgram.usage)
process.exitCode = 'faults' in config || file === undefined ? 1 : await run(resolve(file), period, config)
