// npm run ledger -- FILE.xlsx|FILE.csv [2026-11 | 2026Q4 | 2026]: the township's ledger of a time, for the one that is in use.
import { resolve } from 'node:path'
import { yearOf } from '../src/domain/moments.ts'
import { spanOfPeriod } from '../src/domain/span.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { printLedger } from '../src/wiring/printed.ts'
import { ledgerPeriod, ledgerProgram } from '../src/wording/ledger.ts'
import { atTownsDesk, isWritten, refuse } from './at-towns-desk.ts'

async function run(file: string, said: string | undefined, config: Config): Promise<number> {
  if (said !== undefined && !spanOfPeriod(said)) return refuse(ledgerProgram.badPeriod(said))
  const form = file.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
  const done = await atTownsDesk(config, (desk) => printLedger(desk, said ?? String(yearOf(desk.now)), form))
  if (!done?.result) return refuse(ledgerProgram.noTown)
  const { period, bytes, sheets } = done.result
  if (!(await isWritten(file, bytes))) return refuse(ledgerProgram.unwritable(file))
  console.log(ledgerProgram.written(file, ledgerPeriod(period), sheets))
  return 0
}

const [file, period] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (file === undefined) console.error(ledgerProgram.usage)
process.exitCode = 'faults' in config || file === undefined ? 1 : await run(resolve(file), period, config)
