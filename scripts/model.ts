// npm run model -- list | export VERSION FILE | rollback [VERSION | shipped]: the local models that were trained here at night.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ModelShelf } from '../src/ports/trained-models.ts'
import { loadConfig } from '../src/settings/config.ts'
import { openModelShelf } from '../src/store/trained-models.ts'
import { modelWords as say } from '../src/wording/programs.ts'

const SHIPPED = 'shipped'

async function list(shelf: ModelShelf): Promise<number> {
  const models = await shelf.list()
  for (const model of models) console.log(say.line(model, new Date()))
  if (models.length === 0) console.log(say.nothingTrained)
  else if (!models.some((m) => m.state === 'inUse')) console.log(say.shippedInUse)
  return 0
}

async function exportTo(shelf: ModelShelf, version: string, file: string): Promise<number> {
  const text = await shelf.weights(version)
  if (text === null) {
    console.error(say.unknown(version))
    return 1
  }
  writeFileSync(resolve(file), text)
  console.log(say.exported(version, resolve(file)))
  return 0
}

/** The one before the one in use, or what the product came with. */
async function rollBack(shelf: ModelShelf, wanted: string | undefined): Promise<number> {
  const models = await shelf.list()
  const now = models.findIndex((m) => m.state === 'inUse')
  if (wanted === undefined && now < 0) {
    console.error(say.nothingToRollBack)
    return 1
  }
  const before = models.slice(now + 1).find((m) => m.state === 'kept')?.version ?? null
  const version = wanted === SHIPPED ? null : (wanted ?? before)
  if (!(await shelf.use(version))) {
    console.error(say.unknown(version ?? SHIPPED))
    return 1
  }
  console.log(say.inUse(version))
  return 0
}

async function run(): Promise<number> {
  const [verb, version, file] = process.argv.slice(2)
  const isKnown = verb === 'list' || verb === 'rollback' || (verb === 'export' && version !== undefined && file !== undefined)
  const config = loadConfig()
  if ('faults' in config || !isKnown) {
    for (const line of 'faults' in config ? config.faults : [say.usage]) console.error(line)
    return 1
  }
  const opened = await openModelShelf(config)
  if (!opened) {
    console.error(say.noTownship)
    return 1
  }
  const { shelf, close } = opened
  try {
    if (verb === 'export' && version !== undefined && file !== undefined) return await exportTo(shelf, version, file)
    return verb === 'list' ? await list(shelf) : await rollBack(shelf, version)
  } finally {
    await close()
  }
}

process.exitCode = await run()
