// npm run case-file -- 坪07 [FOLDER]: the file (卷宗) of one matter or petition as Word and as PDF, the office's own copy for its archive.
import { join, resolve } from 'node:path'
import { caseFileOf } from '../src/papers/case-file/of-label.ts'
import { writePdf } from '../src/papers/pdf.ts'
import { writeWord } from '../src/papers/word.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { caseFileProgram as say } from '../src/wording/case-file.ts'
import { fileNameOf } from '../src/wording/files.ts'
import { atTownsDesk, isWritten, refuse } from './at-towns-desk.ts'

async function run(label: string, folder: string, config: Config): Promise<number> {
  const done = await atTownsDesk(config, (desk) => caseFileOf(desk, null, label))
  if (!done) return refuse(say.noTown)
  const found = done.result
  if (!found) return refuse(say.noSuch(label))
  for (const [form, write] of [['docx', writeWord] as const, ['pdf', writePdf] as const]) {
    const file = join(folder, fileNameOf({ kind: 'case-file', label: found.label, form }))
    if (!(await isWritten(file, await write(found.paper)))) return refuse(say.unwritable(file))
    console.log(say.written(file))
  }
  return 0
}

const [label, folder = '.'] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (label === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || label === undefined ? 1 : await run(label, resolve(folder), config)
