// npm run enforcement -- FILE.xlsx [--commit]: monthly figures of police, traffic and market supervision from their own table.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readFigures } from '../src/measures/enforcement/orders-table.ts'
import { recordFigures } from '../src/measures/enforcement/verbs.ts'
import { enforcementProgram as say } from '../src/measures/enforcement/words.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { atTownsDesk, refuse } from './at-towns-desk.ts'

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
  const done = await atTownsDesk(config, (desk) => recordFigures(desk, null, read.figures))
  if (!done) return refuse(say.noTown)
  console.log(say.done(read.figures.length))
  return 0
}

const { values, positionals } = parseArgs({ allowPositionals: true, strict: false, options: { commit: { type: 'boolean' } } })
const [file] = positionals
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (file === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || file === undefined ? 1 : await run(resolve(file), values.commit === true, config)
