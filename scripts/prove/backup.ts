import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { WORD } from '../../src/backup/manifest.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts'
import { migrate, readMigrations } from '../../src/database/migrate.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { masterSealer } from '../../src/store/sealing/master-key.ts'
import { applyTownship } from '../../src/store/township.ts'
import { fillTown } from './full-town.ts'
import { inventRows } from './invented-rows.ts'
import type { Proof, Proved } from './proof.ts'
import { missingOf, standsIn } from './stands.ts'

const ROWS = 200
const place = { secretKey: 'the key of a proof', dataDir: '' }
const key = masterSealer(place)
const MB = 1024 * 1024
const seconds = (since: number) => Number(((performance.now() - since) / 1000).toFixed(1))

interface Bench {
  server: Embedded
  dir: string
  say(line: string): void
}

async function onServer<T>({ durable }: { durable: boolean }, say: Bench['say'], run: (bench: Bench) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'shuoshi-prove-'))
  const server = await startEmbedded({ dataDir: dir, durable })
  try {
    return await run({ server, dir, say })
  } finally {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** An empty database of that server. */
async function fresh({ server }: Bench, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end())
  return new URL(`/${name}${new URL(server.url).search}`, server.url).href
}

/** From the schema of every release into today's. */
async function fromEachRelease(bench: Bench): Promise<string[]> {
  const steps = readMigrations()
  const failed: string[] = []
  for (const [i, { name }] of steps.entries()) {
    const old = await fresh(bench, `old${i}`)
    await migrate(old, steps.slice(0, i + 1))
    await inventRows(old, ROWS, steps.slice(i + 1))
    const dir = join(bench.dir, name)
    await writeBackup({ url: old, dir, now: () => new Date(), closedWord: key.close(WORD) })
    const restored = await restoreBackup({ url: await fresh(bench, `new${i}`), dir, open: key.open }).catch((fault: unknown) => {
      bench.say(`${name}: ${fault instanceof Error ? (fault.cause ?? fault) : fault}`)
      return null
    })
    if (restored === null || 'refused' in restored) failed.push(name)
  }
  return failed
}

/** Somebody writes all the while: what was written before the backup began and after it ended is known. */
async function whileWriting<T>(url: string, run: () => Promise<T>): Promise<{ result: T; written: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let written = 0
  let going = true
  const writing = (async () => {
    while (going) {
      const id = `w${++written}`
      await client.query('BEGIN')
      await client.query(
        `INSERT INTO "Ticket" SELECT (jsonb_populate_record(t, jsonb_build_object('id', $1::text, 'label', $1::text, 'number', $2::int))).* FROM "Ticket" t WHERE id = 't1'`,
        [id, -written],
      )
      await client.query(
        `INSERT INTO "TicketEvent" ("townId", "ticketId", n, at, what, data, hash) SELECT "townId", $1, 1, now(), 'opened', '{}', sha256($1::text::bytea) FROM "Ticket" WHERE id = 't1'`,
        [id],
      )
      await client.query('COMMIT')
    }
  })()
  try {
    return { result: await run(), written }
  } finally {
    going = false
    await writing
    await client.end()
  }
}

const ORPHANS = `SELECT count(*)::int AS n FROM "Ticket" t WHERE NOT EXISTS (SELECT 1 FROM "TicketEvent" e WHERE e."townId" = t."townId" AND e."ticketId" = t.id)`

async function ofALargeTown(bench: Bench, matters: number): Promise<Proved> {
  const url = await fresh(bench, 'large')
  await migrate(url)
  const { prisma, close } = openDatabase({ url, connections: 1, key: place })
  await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
  await close()
  await fillTown(url, matters, place)
  const before = await standsIn(url)
  bench.say(`${matters} matters stand`)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50)
  watch.unref()
  const idle = process.memoryUsage.rss()
  const dir = join(bench.dir, 'large')
  const backing = performance.now()
  const { result, written } = await whileWriting(url, () => writeBackup({ url, dir, now: () => new Date(), closedWord: key.close(WORD) }))
  const backup = seconds(backing)
  bench.say(`backup ${backup} s`)
  const restoring = performance.now()
  const into = await fresh(bench, 'restored')
  const restored = await restoreBackup({ url: into, dir, open: key.open })
  const restore = seconds(restoring)
  clearInterval(watch)
  bench.say(`restored in ${restore} s`)
  const missing = missingOf(before, await standsIn(into), await standsIn(url))
  for (const it of missing) bench.say(`not as it was: ${it}`)
  const opened = openDatabase({ url: into, connections: 1, key: place })
  const isReadable = (await opened.prisma.ticket.findFirst({ where: { id: 't7' } }))?.text.startsWith('村口往里走第7根') === true
  await opened.close()
  const client = new pg.Client({ connectionString: into })
  await client.connect()
  const orphans = (await client.query<{ n: number }>(ORPHANS).finally(() => client.end())).rows[0]?.n ?? -1
  const rows = result.manifest.tables.reduce((sum, t) => sum + t.rows, 0)
  return {
    kept: 'manifest' in restored && isReadable && orphans + missing.length === 0 && backup <= 60 && restore <= 60,
    figures: {
      ...{ matters, rows, 'written meanwhile': written, 'backup s': backup, 'restore and compare s': restore },
      ...{ 'MB of files': Math.round(result.bytes / MB), 'MB of memory before': Math.round(idle / MB), 'at most': Math.round(peak / MB) },
      ...{ 'matters without their beginning': orphans, 'tables, sequences, rules not as they were': missing.length },
      'its words can be read': isReadable ? 'yes' : 'no',
    },
  }
}

export const backup: Proof = {
  name: 'backup',
  promises: 'a backup made under load is restored with the same content, from the schema of every release; 100,000 matters within 60 s',
  owed: 100_000,
  async run(size, say) {
    const failed = await onServer({ durable: false }, say, fromEachRelease)
    const schemas = readMigrations().length
    say(`from ${schemas} schemas, not from: ${failed.join(', ') || 'none'}`)
    const { kept, figures } = await onServer({ durable: true }, say, (bench) => ofALargeTown(bench, size))
    return { kept: kept && failed.length === 0, figures: { schemas, 'not restored': failed.length, ...figures } }
  },
}
