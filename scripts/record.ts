// npm run record -- 坪08 FILE.docx: the printed record of one dispute, what was measured, said and agreed.
import { resolve } from 'node:path'
import { recordProgram as say } from '../src/measures/ruler/words-record.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { printRecord } from '../src/wiring/printed.ts'
import { atTownsDesk, isWritten, refuse } from './at-towns-desk.ts'

async function run(label: string, file: string, config: Config): Promise<number> {
  const done = await atTownsDesk(config, (desk) => printRecord(desk, label))
  if (!done) return refuse(say.noTown)
  const record = done.result
  if (!record) return refuse(say.noSuch(label))
  if (!(await isWritten(file, record.bytes))) return refuse(say.unwritable(file))
  console.log(say.written(file, record.label))
  return 0
}

const [label, file] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (label === undefined || file === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || label === undefined || file === undefined ? 1 : await run(label, resolve(file), config)
