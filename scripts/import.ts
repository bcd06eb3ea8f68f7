import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { rememberImport } from '../src/measures/index.ts'
import { importWorkbook } from '../src/roster/import-workbook.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { newRowId } from '../src/store/new-id.ts'
import { openTownshipStore } from '../src/store/township.ts'
import { handOverGone } from '../src/tickets/leave.ts'
import { importWords } from '../src/wording/roster.ts'

// npm run import -- FILE.xlsx [--commit] [--yes]
function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { commit: { type: 'boolean' }, yes: { type: 'boolean' } } })
  } catch {
    console.error(importWords.usage)
    process.exit(1)
  }
}
const { values, positionals } = readArguments()

async function ask(question: string): Promise<boolean> {
  const keyboard = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await keyboard.question(question)).trim() === '是'
  } finally {
    keyboard.close()
  }
}

// The database is opened only for a workbook without faults.
async function run(file: string, config: Config): Promise<number> {
  let opened: ReturnType<typeof openTownshipStore> | undefined
  const outfit = { calendar: chineseCalendar(), settings: config.settings, newId: newRowId }
  const open = () => (opened ??= openTownshipStore(config, { outfit, remember: rememberImport, run: handOverGone }))
  try {
    return await importWorkbook({
      file: resolve(file),
      commit: values.commit === true,
      replaceSample: values.yes === true,
      store: {
        active: async () => (await open()).store.active(),
        openMatters: async () => (await open()).store.openMatters(),
        apply: async (township, options) => (await open()).store.apply(township, options),
      },
      say: (line) => console.log(line),
      ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
    })
  } finally {
    await (await opened)?.close()
  }
}

const [file] = positionals
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (file === undefined) console.error(importWords.usage)
process.exitCode = 'faults' in config || file === undefined ? 1 : await run(file, config)
