import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { importWorkbook } from '../src/roster/import-workbook.ts'
import { openTownshipStore } from '../src/store/township.ts'
import { importWords } from '../src/wording/roster.ts'

// npm run import -- FILE.xlsx [--commit] [--yes]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { commit: { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
})

async function ask(question: string): Promise<boolean> {
  const keyboard = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await keyboard.question(question)).trim() === '是'
  } finally {
    keyboard.close()
  }
}

// The database is opened only for a workbook without faults.
async function run(file: string): Promise<number> {
  let opened: ReturnType<typeof openTownshipStore> | undefined
  const open = () => (opened ??= openTownshipStore())
  try {
    return await importWorkbook({
      file: resolve(file),
      commit: values.commit,
      replaceSample: values.yes,
      store: {
        active: async () => (await open()).store.active(),
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
if (file === undefined) console.error(importWords.usage)
process.exitCode = file === undefined ? 1 : await run(file)
