// npm run disclosure -- 坪头村 2026Q4 FILE.xlsx: one village's sheet of one quarter for its board.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { type Config, loadConfig } from '../src/config.ts'
import { writeDisclosure } from '../src/ledger/write-disclosure.ts'
import { disclosureRows } from '../src/measures/disclosures/quarter.ts'
import { openClock } from '../src/store/clock.ts'
import { openConfiguredDatabase } from '../src/store/configured-database.ts'
import { openDatabase } from '../src/store/connect.ts'
import { createStore } from '../src/store/store.ts'
import { disclosureProgram as say } from '../src/wording/disclosures.ts'

async function run(name: string, quarter: string, file: string, config: Config): Promise<number> {
  if (!/^\d{4}Q[1-4]$/u.test(quarter)) return refuse(say.badQuarter(quarter))
  const { url, close } = await openConfiguredDatabase(config)
  const { prisma, close: disconnect } = openDatabase({ url })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: config.settings, newId: randomUUID })
    const [town] = await store.towns()
    if (!town) return refuse(say.noTown)
    const rows = await store.atDesk(town, clock.now(), async (desk) => {
      const village = [...desk.roster.nodes.values()].find(
        (n) => n.level === 'village' && n.name.replace(/村$/u, '') === name.replace(/村$/u, ''),
      )
      return village ? disclosureRows(desk, village.id, quarter) : null
    })
    if (!rows) return refuse(say.noVillage(name))
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(file, await writeDisclosure(name, quarter, rows))
    } catch {
      return refuse(say.unwritable(file))
    }
    console.log(say.written(file, rows.length))
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

const [name, quarter, file] = process.argv.slice(2)
const config = loadConfig()
const complete = name !== undefined && quarter !== undefined && file !== undefined
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (!complete) console.error(say.usage)
process.exitCode = 'faults' in config || !complete ? 1 : await run(name, quarter, resolve(file), config)
