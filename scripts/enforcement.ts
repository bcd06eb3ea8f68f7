// npm run enforcement -- FILE.xlsx [--commit]: monthly figures of police, traffic and market supervision from their own table.
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { type Config, loadConfig } from '../src/config.ts'
import type { MonthFigure } from '../src/domain/enforcement.ts'
import { readFigures } from '../src/ledger/read-figures.ts'
import { openClock } from '../src/store/clock.ts'
import { openConfiguredDatabase } from '../src/store/configured-database.ts'
import { openDatabase } from '../src/store/connect.ts'
import { createStore } from '../src/store/store.ts'
import { enforcementProgram as say } from '../src/wording/enforcement.ts'

async function record(figures: readonly MonthFigure[], config: Config): Promise<boolean> {
  const { url, close } = await openConfiguredDatabase(config)
  const { prisma, close: disconnect } = openDatabase({ url })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: config.settings, newId: randomUUID })
    const [town] = await store.towns()
    if (town) await store.atDesk(town, clock.now(), (desk) => desk.enforcement.record(figures, null))
    return town !== undefined
  } finally {
    await disconnect()
    await close()
  }
}

async function run(file: string, commit: boolean, config: Config): Promise<number> {
  const read = await readFigures(file)
  if ('faults' in read) {
    for (const fault of read.faults) console.error(fault)
    return 1
  }
  if (!commit) {
    console.log(say.would(read.figures.length))
    return 0
  }
  const done = await record(read.figures, config)
  if (done) console.log(say.done(read.figures.length))
  else console.error(say.noTown)
  return done ? 0 : 1
}

const { values, positionals } = parseArgs({ allowPositionals: true, strict: false, options: { commit: { type: 'boolean' } } })
const [file] = positionals
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (file === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || file === undefined ? 1 : await run(resolve(file), values.commit === true, config)
