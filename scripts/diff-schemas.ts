import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

const filters = { externalTables: [], externalEnums: [] }

/** Prisma's own migration engine, as WebAssembly: nothing to download. */
async function openEngine(url: string): Promise<SchemaEngine> {
  loaded ??= loadGlue()
  await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
}

// Once: a second instance would read the first one's memory.
let loaded: Promise<void> | null = null

// Loaded by hand: importing the .wasm as a module works as well, but Node prints a warning about it.
async function loadGlue(): Promise<void> {
  const file = join(dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...glue } })
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: throwLastWords } })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

// The engine looks for this name when it panics; without it the reason is lost.
function throwLastWords(words: string): never {
  throw new Error(words)
}

/** The SQL that leads from one schema to another; null where they agree. The database is only asked for its version. */
export async function diffSchemas(url: string, from: string | null, to: string): Promise<string | null> {
  const engine = await openEngine(url)
  const target = (content: string): DiffTarget => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] })
  try {
    const { stdout, exitCode } = await engine.diff({
      from: from === null ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters,
    })
    return exitCode === 0 ? null : (stdout ?? '')
  } finally {
    engine.free()
  }
}
