// npm run posters -- FOLDER: the poster of every village as PDF and PNG, and all of them in one PDF for the printer.
import { join, resolve } from 'node:path'
import { writePosters } from '../src/papers/posters.ts'
import { drawPoster } from '../src/pictures/draw.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { postersOf } from '../src/wiring/posters.ts'
import { posterWords, postersProgram as say } from '../src/wording/form.ts'
import { atTownsDesk, isWritten, refuse } from './at-towns-desk.ts'

async function run(folder: string, { publicUrl, ...config }: Config): Promise<number> {
  if (publicUrl === null) return refuse(say.noAddress)
  const done = await atTownsDesk({ publicUrl, ...config }, (desk) => postersOf(desk, publicUrl))
  if (!done) return refuse(say.noTown)
  const posters = done.result
  if (!(await isWritten(join(folder, posterWords.all), await writePosters(posters)))) return refuse(say.unwritable(folder))
  for (const poster of posters) {
    const file = join(folder, posterWords.file(poster.village))
    await isWritten(`${file}.pdf`, await writePosters([poster]))
    await isWritten(`${file}.png`, await drawPoster(poster))
  }
  console.log(say.written(folder, posters.length))
  return 0
}

const [folder] = process.argv.slice(2)
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (folder === undefined) console.error(say.usage)
process.exitCode = 'faults' in config || folder === undefined ? 1 : await run(resolve(folder), config)
