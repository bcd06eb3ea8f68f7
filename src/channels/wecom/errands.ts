import type { Errand, Errands } from '../../ports/errands.ts'

/** Over, with why where it came to nothing; or once more, after so many milliseconds or by the usual back-off. */
export type Ran = { done: string | null } | { again: number | null }

export type Runs = Readonly<Record<string, (errand: Errand) => Promise<Ran>>>

const SIDE_BY_SIDE = 8
/** Longer than any errand takes; whose process ended meanwhile is begun again after it. */
const HOLD_MS = 120_000
const BACK_OFF_MS = [1000, 2000, 5000, 15_000, 60_000, 300_000, 900_000]
/** After so many faults of ours it will not get better by itself. */
const TRIES = 40

interface Needs {
  errands: Errands
  runs: Runs
  machine(): Date
  fault(what: string, thrown: unknown): void
}

const backOff = (attempts: number): number => BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? 1000

export interface ErrandRunner {
  /** Runs what is due until nothing is; a call while it works makes it look once more. */
  work(): Promise<void>
  /** Begins nothing new and waits for what is under way. */
  close(): Promise<void>
}

export function errandRunner({ errands, runs, machine, fault }: Needs): ErrandRunner {
  let working: Promise<void> | null = null
  let asked = false
  let closing = false

  async function run(errand: Errand): Promise<void> {
    const later = (ms: number | null) => errands.again(errand.key, new Date(machine().getTime() + (ms ?? backOff(errand.attempts))))
    try {
      const ran = (await runs[errand.what]?.(errand)) ?? { done: 'nobody does this' }
      await ('done' in ran ? errands.done(errand.key, machine(), ran.done) : later(ran.again))
    } catch (thrown) {
      // The key alone: what it is about may be somebody's words.
      fault(`errand ${errand.what}`, thrown)
      await (errand.attempts >= TRIES ? errands.done(errand.key, machine(), 'fault') : later(null)).catch(() => {})
    }
  }

  async function runAll(): Promise<void> {
    do {
      asked = false
      while (!closing) {
        const claimed = await errands.claim(SIDE_BY_SIDE, machine(), HOLD_MS)
        if (claimed.length === 0) break
        await Promise.all(claimed.map(run))
      }
    } while (asked && !closing)
  }

  return {
    work() {
      asked = true
      working ??= runAll()
        .catch((thrown) => fault('errands', thrown))
        .finally(() => {
          working = null
        })
      return working
    },
    async close() {
      closing = true
      await working
    },
  }
}
