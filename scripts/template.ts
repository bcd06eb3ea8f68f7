import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleTownship } from '../src/roster/sample.ts'
import { writeWorkbook } from '../src/roster/write.ts'
import { loadConfig } from '../src/settings/config.ts'
import { templateWords } from '../src/wording/roster.ts'

// npm run template -- [FILE.xlsx] [--sample]
const { values, positionals } = parseArgs({ allowPositionals: true, strict: false, options: { sample: { type: 'boolean' } } })
const sample = values.sample === true

async function writeTemplate(file: string): Promise<number> {
  const isDirectory = await stat(file).then(
    (it) => it.isDirectory(),
    () => false,
  )
  if (isDirectory) {
    console.error(templateWords.isDirectory(file))
    return 1
  }
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeWorkbook(sampleTownship(), file, { exampleOnly: !sample })
  } catch (fault) {
    // Only what the file system says has a remedy that somebody at the keyboard can apply.
    if (!(fault instanceof Error && 'code' in fault)) throw fault
    console.error(templateWords.unwritable(file))
    return 1
  }
  console.log(templateWords.written(file, sample))
  return 0
}

const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
process.exitCode =
  'faults' in config ? 1 : await writeTemplate(resolve(positionals[0] ?? join(config.dataDir, sample ? '样例.xlsx' : '模板.xlsx')))
