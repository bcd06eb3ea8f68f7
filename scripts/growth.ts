// npm run growth [-- --json]: how much longer everything that a person waits for takes in a town with 200,000 matters than in one with
// 1,000, and in one of 1,000 towns; taken in turn in one run, for only the ratios count. `-- 20000 50` takes smaller ones.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/database/embedded.ts'
import { bytesByTable } from './measure/bytes-by-table.ts'
import { growTown } from './measure/grown-town.ts'
import { productOn, type Waited } from './measure/waited-for.ts'

const NOW = new Date('2026-11-25T10:00:00+08:00')
const YEARS = 10
const SMALL = 1000
const TIMES = 20
/** The first of them fill what is kept in memory. */
const WARM = 3
const MOST = { wait: 2, ingest: 1.3, day: 10, bytes: 6 * 1024 }

const numbers = process.argv.slice(2).flatMap((it) => (/^\d+$/u.test(it) ? [Number(it)] : []))
const [large = 200_000, towns = 1000] = numbers
const json = process.argv.includes('--json')
const tell = (line: string) => (json ? undefined : console.log(line))

interface Took {
  p50: number
  p95: number
}
const share = (took: readonly number[], of: number): number => took[Math.min(took.length - 1, Math.floor(took.length * of))] ?? 0
const tookOf = (took: readonly number[]): Took => {
  const sorted = took.toSorted((a, b) => a - b)
  return { p50: share(sorted, 0.5), p95: share(sorted, 0.95) }
}
const millisecondsOf = async (run: Waited): Promise<number> => {
  const from = performance.now()
  await run()
  return performance.now() - from
}

/** The same thing at each place, in turn, so that what else the machine does falls on all alike. */
async function inTurn(runs: readonly Waited[]): Promise<Took[]> {
  const took = runs.map((): number[] => [])
  for (let n = 0; n < WARM + TIMES; n++)
    for (const [i, run] of runs.entries()) {
      const ms = await millisecondsOf(run)
      if (n >= WARM) took[i]?.push(ms)
    }
  return took.map(tookOf)
}

type Product = Awaited<ReturnType<typeof productOn>>
interface GrownPlace {
  name: string
  matters: number
  url: string
  product: Product
}

const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-growth-'))
const server = await startEmbedded({ dataDir, durable: false })
const grown: GrownPlace[] = []

/** A database of its own, filled, and the product on it. */
async function grow({ name, towns, matters }: { name: string; towns: number; matters: number }): Promise<void> {
  const url = new URL(server.url)
  url.pathname = `grown_${grown.length}`
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${url.pathname.slice(1)}`).finally(() => client.end())
  const ms = await millisecondsOf(() => growTown(url.href, { secretKey: null, dataDir }, { towns, matters, until: NOW, years: YEARS }))
  tell(`${name}: ${towns * matters} matters of ${YEARS} years written in ${(ms / 1000).toFixed(0)} s`)
  grown.push({ name, matters: towns * matters, url: url.href, product: await productOn(url.href, dataDir, NOW) })
}

/** A line a name: the middle and the worst of twenty at each place, and the worst against the smallest town's. */
async function compare(title: string, of: (product: Product) => Map<string, Waited>, most: number) {
  tell(['', title, ...grown.map((g) => `${g.name} p50/p95 ms`), `p95 ratios, at most ${most}`].join('\t'))
  const lines: { name: string; took: Took[]; ratios: number[] }[] = []
  for (const name of of(grown[0]?.product ?? never()).keys()) {
    const took = await inTurn(grown.map((g) => of(g.product).get(name) ?? never))
    const ratios = took.slice(1).map((t) => t.p95 / (took[0]?.p95 ?? 1))
    tell(
      [
        ratios.some((r) => r > most) ? '!' : '',
        name,
        ...took.map((t) => `${t.p50.toFixed(0)}/${t.p95.toFixed(0)}`),
        ...ratios.map((r) => r.toFixed(2)),
      ].join('\t'),
    )
    lines.push({ name, took, ratios })
  }
  return lines
}
function never(): never {
  throw new Error('no such thing')
}

async function measureSizes() {
  const sizes = await Promise.all(grown.map((g) => bytesByTable(g.url)))
  const bytes = grown.map((g, i) => (sizes[i] ?? []).reduce((n, t) => n + t.heap + t.indexes, 0) / g.matters)
  tell(`bytes a matter with all that belongs to it (at most ${MOST.bytes}): ${bytes.map((b) => b.toFixed(0)).join(', ')}`)
  for (const t of (sizes[1] ?? []).slice(0, 14)) {
    const each = (n: number) => (n / large).toFixed(0)
    tell(['', t.table, `${(t.rows / large).toFixed(1)} rows`, `${each(t.heap)} bytes`, `${each(t.indexes)} in indexes`].join('\t'))
  }
  return { bytes, tables: sizes }
}

async function measureDays(): Promise<number[]> {
  const days: number[] = []
  for (const { product } of grown.slice(0, 2)) {
    // What was late already climbs on the first day; the second is an ordinary one.
    await product.moveADay()
    days.push(await millisecondsOf(product.moveADay))
  }
  const [small = 1, big = 0] = days
  tell(`a day of the clock: ${small.toFixed(0)} and ${big.toFixed(0)} ms, ${(big / small).toFixed(1)} times (at most ${MOST.day})`)
  return days
}

try {
  await grow({ name: `${SMALL}`, towns: 1, matters: SMALL })
  await grow({ name: `${large}`, towns: 1, matters: large })
  if (towns > 1) await grow({ name: `${SMALL} in each of ${towns} towns`, towns, matters: SMALL })
  const waits = await compare('what a person waits for', (p) => p.waited, MOST.wait)
  const ingest = await compare('a message, kept and handled', (p) => p.ingest, MOST.ingest)
  const sizes = await measureSizes()
  const days = await measureDays()
  if (json) console.log(JSON.stringify({ places: grown.map((g) => g.name), waits, ingest, ...sizes, days }))
} finally {
  // Whatever went wrong, no server stays behind.
  for (const { product } of grown) await product.end().catch(() => undefined)
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
