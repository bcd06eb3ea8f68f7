import { execFileSync } from 'node:child_process'
import { median } from './load.ts'
import type { Product } from './product.ts'
import type { besides } from './talk.ts'

const PER_SECOND = 200
const LOOK_EVERY_MS = 5000
const TEN_MINUTES_MS = 600_000

/** Resident memory of the process itself, without its PostgreSQL. MB. */
export const memoryOf = ({ pid }: Product): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024

/** So many minutes of talk at a steady rate: what the process holds at the end, and how fast that still grows. */
export async function memoryUnderLoad(product: Product, side: Awaited<ReturnType<typeof besides>>, minutes: number) {
  const began = performance.now()
  const seen: { at: number; mb: number }[] = []
  for (let n = 1; performance.now() - began < minutes * 60_000; n++) {
    await side.say(PER_SECOND / 10)
    if (n % (LOOK_EVERY_MS / 100) === 0) seen.push({ at: performance.now() - began, mb: memoryOf(product) })
    await new Promise((done) => setTimeout(done, Math.max(0, began + n * 100 - performance.now())))
  }
  // Caches fill and code is compiled in the first half.
  const settled = seen.slice(Math.floor(seen.length / 2))
  return {
    minutes,
    mb: Math.round(median(settled.map((s) => s.mb))),
    slopeMbPer10Min: Number((slopeOf(settled) * TEN_MINUTES_MS).toFixed(1)),
  }
}

/** By least squares. MB a millisecond. */
function slopeOf(seen: readonly { at: number; mb: number }[]): number {
  const mean = (of: (s: { at: number; mb: number }) => number) => seen.reduce((sum, s) => sum + of(s), 0) / seen.length
  const [at, mb] = [mean((s) => s.at), mean((s) => s.mb)]
  const spread = mean((s) => (s.at - at) ** 2)
  return spread === 0 ? 0 : mean((s) => (s.at - at) * (s.mb - mb)) / spread
}
