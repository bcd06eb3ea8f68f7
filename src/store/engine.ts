import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

/** Prisma's own migration engine, as WebAssembly: nothing to download, the same `_prisma_migrations` as its command line. */
export async function openEngine(url: string, datamodels: [string, string][] = []): Promise<SchemaEngine> {
  await loadGlue()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  return glue.SchemaEngine.new({ datamodels }, () => {}, adapter)
}

// Loaded by hand: importing the .wasm as a module works as well, but Node prints a warning about it.
async function loadGlue(): Promise<void> {
  const file = fileURLToPath(new URL('./schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')))
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...glue } })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

export const noFilters = { externalTables: [], externalEnums: [] }
