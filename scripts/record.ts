// npm run record -- 坪08 FILE.docx: the printed record of one dispute, what was measured, said and agreed.
import { resolve } from 'node:path'
import { type Config, loadConfig } from '../src/config.ts'
import { disputeRecordOf, ticketOfLabel } from '../src/measures/ruler/dispute-record.ts'
import { sketchOf } from '../src/measures/ruler/sketch.ts'
import { writeDisputeRecord } from '../src/papers/dispute-record.ts'
import { recordProgram as say } from '../src/wording/dispute-record.ts'
import { sketchLines, sketchTitle } from '../src/wording/ruler.ts'
import { atTownsDesk, isWritten, refuse } from './at-towns-desk.ts'

async function run(label: string, file: string, config: Config): Promise<number> {
  const done = await atTownsDesk(config, async (desk) => {
    const ticket = await ticketOfLabel(desk, label)
    return ticket && disputeRecordOf(desk, ticket)
  })
  if (!done) return refuse(say.noTown)
  const record = done.result
  if (!record) return refuse(say.noSuch(label))
  const sketches = record.measurements.map(({ measurement: m }) => sketchOf(m, sketchTitle(record.label, m), sketchLines(m)))
  if (!(await isWritten(file, await writeDisputeRecord(record, sketches)))) return refuse(say.unwritable(file))
  console.log(say.written(file, record.label))
  return 0
}

const [label, file] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (label === undefined || file === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || label === undefined || file === undefined ? 1 : await run(label, resolve(file), config)
