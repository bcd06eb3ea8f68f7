import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleTownship } from '../src/roster/sample.ts'
import { writeWorkbook } from '../src/roster/write.ts'
import { templateWords } from '../src/wording/roster.ts'

// npm run template -- [FILE.xlsx] [--sample]
const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'boolean', default: false } } })
const file = resolve(positionals[0] ?? join(process.env.DATA_DIR || 'data', values.sample ? '样例.xlsx' : '模板.xlsx'))

process.exitCode = await writeTemplate()

async function writeTemplate(): Promise<number> {
  if (
    await stat(file).then(
      (it) => it.isDirectory(),
      () => false,
    )
  ) {
    console.error(templateWords.isDirectory(file))
    return 1
  }
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeWorkbook(sampleTownship(), file, { exampleOnly: !values.sample })
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault
    console.error(templateWords.unwritable(file))
    return 1
  }
  console.log(templateWords.written(file, values.sample))
  return 0
}
