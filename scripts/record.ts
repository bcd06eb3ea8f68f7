// npm run record -- 坪08 FILE.docx: the printed record of one dispute, what was measured, said and agreed.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { type Config, loadConfig } from '../src/config.ts'
import { disputeRecordOf, ticketOfLabel } from '../src/measures/ruler/dispute-record.ts'
import { sketchOf } from '../src/measures/ruler/sketch.ts'
import { writeDisputeRecord } from '../src/papers/dispute-record.ts'
import { openClock } from '../src/store/clock.ts'
import { openConfiguredDatabase } from '../src/store/configured-database.ts'
import { openDatabase } from '../src/store/connect.ts'
import { createStore } from '../src/store/store.ts'
import { recordProgram as say } from '../src/wording/dispute-record.ts'
import { sketchLines, sketchTitle } from '../src/wording/ruler.ts'

async function run(label: string, file: string, config: Config): Promise<number> {
  const { url, close } = await openConfiguredDatabase(config)
  const { prisma, close: disconnect } = openDatabase({ url })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: config.settings, newId: randomUUID })
    const [town] = await store.towns()
    if (!town) return refuse(say.noTown)
    const record = await store.atDesk(town, clock.now(), async (desk) => {
      const ticket = await ticketOfLabel(desk, label)
      return ticket && disputeRecordOf(desk, ticket)
    })
    if (!record) return refuse(say.noSuch(label))
    const sketches = record.measurements.map(({ measurement: m }) => sketchOf(m, sketchTitle(record.label, m), sketchLines(m)))
    const bytes = await writeDisputeRecord(record, sketches)
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(file, bytes)
    } catch {
      return refuse(say.unwritable(file))
    }
    console.log(say.written(file, record.label))
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

const [label, file] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (label === undefined || file === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || label === undefined || file === undefined ? 1 : await run(label, resolve(file), config)
