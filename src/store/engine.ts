import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { type Migration, migrationsDir } from '../database/migrate.ts'

const filters = { externalTables: [], externalEnums: [] }

/** Prisma's own migration engine, as WebAssembly: nothing to download, the same `_prisma_migrations` as its command line. */
async function openEngine(url: string, scripts: string[] = []): Promise<SchemaEngine> {
  loaded ??= loadGlue()
  await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(url, new Set(scripts)))
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
}

/**
 * Prisma's adapter cuts a script at every semicolon, functions included, and sends the pieces one by one. Sent whole it is one
 * transaction, and with it goes the word that it is done: after a kill in between, an unfinished row means that nothing happened.
 */
class WholeScripts extends PrismaPg {
  readonly #scripts: Set<string>

  constructor(url: string, scripts: Set<string>) {
    super({ connectionString: url })
    this.#scripts = scripts
  }

  override async connect() {
    const adapter = await super.connect()
    const done = 'UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL'
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(this.#scripts.has(script) ? `${script}\n;${done}` : script)
    }
    return adapter
  }
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

export async function applyMigrations(url: string, migrations: Migration[]): Promise<string[]> {
  const engine = await openEngine(
    url,
    migrations.map((it) => it.sql),
  )
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      filters,
      migrationsList: {
        baseDir: migrationsDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
    })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
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
