// npm run disclosure -- 坪头村 2026Q4 FILE.xlsx: one village's sheet of one quarter for its board.
import { resolve } from 'node:path'
import { disclosureProgram as say } from '../src/measures/disclosures/words.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { printDisclosure } from '../src/wiring/printed.ts'
import { atTownsDesk, isWritten, refuse } from './at-towns-desk.ts'

async function run(name: string, quarter: string, file: string, config: Config): Promise<number> {
  if (!/^\d{4}Q[1-4]$/u.test(quarter)) return refuse(say.badQuarter(quarter))
  const done = await atTownsDesk(config, (desk) => printDisclosure(desk, name, quarter))
  if (!done) return refuse(say.noTown)
  const sheet = done.result
  if (!sheet) return refuse(say.noVillage(name))
  if (!(await isWritten(file, sheet.bytes))) return refuse(say.unwritable(file))
  console.log(say.written(file, sheet.rows))
  return 0
}

const [name, quarter, file] = process.argv.slice(2)
const config = loadConfig()
const complete = name !== undefined && quarter !== undefined && file !== undefined
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (!complete) console.error(say.usage)
process.exitCode = 'faults' in config || !complete ? 1 : await run(name, quarter, resolve(file), config)
