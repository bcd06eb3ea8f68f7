// npm run county [-- TOWNS MATTERS] [-- --json]: a county's ten years on this machine, and what it takes to serve it: a line of talk, a
// morning's lists, an evening's digests, what leaders and clerks ask for. Ordinary PostgreSQL, which waits for the disk.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { growTown } from './measure/grown-town.ts'
import { openCounty } from './measure/open-county.ts'

const NOW = new Date('2026-11-25T10:00:00+08:00')
const MORNING = new Date('2026-11-26T08:40:00+08:00')
const EVENING = new Date('2026-11-26T17:40:00+08:00')
const YEARS = 10
const LINES = 10_000
/** One line in so many tells of a matter. */
const OF_MATTERS = 200

const [towns = 20, matters = 10_000] = process.argv.slice(2).flatMap((it) => (/^\d+$/u.test(it) ? [Number(it)] : []))
const json = process.argv.includes('--json')

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const spread = (seconds: readonly number[]) => {
  const sorted = seconds.map((s) => s * 1000).toSorted((a, b) => a - b)
  return { p50: Math.round(at(sorted, 0.5)), p95: Math.round(at(sorted, 0.95)) }
}

const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-county-'))
const server = await startEmbedded({ dataDir })
const key = { secretKey: null, dataDir }
const grown = await secondsOf(() => growTown(server.url, key, { towns, matters, until: NOW, years: YEARS }))
const county = await openCounty(server.url, key, NOW)
const bytes = await county.bytes()

// What the schedules of years owe on their first day is not an ordinary day's.
const first = await secondsOf(() => county.settle())

const written: number[] = []
for (const lines of county.talk(LINES, OF_MATTERS)) written.push(await secondsOf(() => county.hear(lines)))
const handled = await secondsOf(() => county.settle())

const asked: Record<string, { p50: number; p95: number }> = {}
for (const [name, ask] of county.asked) {
  const took: number[] = []
  for (let round = 0; round < 3; round++) for (const town of county.towns) took.push(await secondsOf(() => ask(town)))
  asked[name] = spread(took)
}

const peak = async (moment: Date, occasion: string) => {
  await county.moveTo(new Date(moment.getTime() - 1000))
  const seconds = await secondsOf(() => county.moveTo(moment))
  return { seconds: Number(seconds.toFixed(1)), messages: await county.told(occasion) }
}
const morning = await peak(MORNING, 'morning')
const evening = await peak(EVENING, 'digest')
const figures = await secondsOf(() => county.standing())
const statistics = await county.rows()
await county.close()
await server.stop()
rmSync(dataDir, { recursive: true, force: true })

const result = {
  machine: { cores: cpus().length, memoryGb: Math.round(totalmem() / 1024 ** 3), processor: cpus()[0]?.model ?? '' },
  // Above the number of cores others work here as well, and seconds say little.
  load: loadavg()[0],
  ...{ towns, matters: towns * matters, years: YEARS, grownSeconds: Math.round(grown), firstDaySeconds: Math.round(first) },
  ...{ gigabytes: Number((bytes / 1024 ** 3).toFixed(2)), bytesAMatter: Math.round(bytes / (towns * matters)), rows: statistics },
  written: { lines: LINES, aSecond: Math.round(LINES / written.reduce((sum, s) => sum + s, 0)), batch: spread(written) },
  handled: { lines: LINES, aSecond: Math.round(LINES / handled) },
  ...{ asked, morning, evening, figuresMs: Math.round(figures * 1000) },
}
if (json) console.log(JSON.stringify(result))
else console.dir(result, { depth: 4 })
