import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { leaksOfRun } from './run-logs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster of this run; its own database is the migrated template. */
    templateUrl: string
    /** Where all towns of this run log to. */
    logDir: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-test-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, durable: false })
  await migrate(server.url)
  await leaveAlone(server.url)
  project.provide('templateUrl', server.url)
  const logDir = mkdtempSync(join(tmpdir(), 'shuoshi-logs-'))
  project.provide('logDir', logDir)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
    const { lines, leaks } = leaksOfRun(logDir)
    rmSync(logDir, { recursive: true, force: true })
    console.log(`${lines} lines logged, ${leaks.length} of them with what no log may hold`)
    if (leaks.length > 0) {
      for (const leak of leaks.slice(0, 20)) console.error(leak)
      process.exitCode = 1
    }
  }
}

/** A template is copied only while nobody is in it; the migration engine leaves its connections open. */
async function leaveAlone(url: string): Promise<void> {
  const beside = new URL(url)
  const name = beside.pathname.slice(1)
  beside.pathname = 'postgres'
  const client = new pg.Client({ connectionString: beside.href })
  await client.connect()
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]).finally(() => client.end())
}
