import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { applyTownship } from '../../src/store/township.ts'
import { openDatabase } from './keys.ts'
import { leaksOfRun } from './run-logs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster of this run; its own database is the migrated template. */
    templateUrl: string
    /** The same with the sample township in it, which takes a second to load. */
    townUrl: string
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
  project.provide('townUrl', await withSample(server.url))
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

async function withSample(template: string): Promise<string> {
  const url = new URL(template)
  await beside(template, `CREATE DATABASE town TEMPLATE ${url.pathname.slice(1)}`)
  url.pathname = 'town'
  const { prisma, close } = openDatabase({ url: url.href, connections: 1 })
  await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
  await close()
  await leaveAlone(url.href)
  return url.href
}

/** A template is copied only while nobody is in it; the migration engine leaves its connections open. */
const leaveAlone = (url: string): Promise<void> =>
  beside(url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [new URL(url).pathname.slice(1)])

/** Says something to the cluster from a database that nobody copies. */
async function beside(url: string, sql: string, values: string[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: new URL('/postgres', url).href })
  await client.connect()
  await client.query(sql, values).finally(() => client.end())
}
