import type { Clock } from '../ports/clock.ts'
import { Conflict } from '../ports/desk.ts'
import type { Store } from '../ports/store.ts'
import type { SlowCall, Then } from './define-job.ts'

const TRIES = 5

interface Needs {
  store: Pick<Store, 'atDesk'>
  clock: Clock
  fault(what: string, fault: unknown): void
  /** An answer was written down: there may be something to say. */
  done(): void
}

/**
 * Calls to servers that may take long or never answer. None holds a transaction; each answer is written in one of its own. When
 * the process ends, what was not answered is not heard: the rows say so when they are looked at again.
 */
export function createSlowCalls({ store, clock, fault, done }: Needs) {
  const waiting = new Set<Promise<void>>()
  const writing = new Set<Promise<void>>()
  let stopped = false

  async function write(town: string, then: Then): Promise<void> {
    for (let tries = 1; ; tries++)
      try {
        return await store.atDesk(town, clock.now(), then)
      } catch (thrown) {
        // Somebody was quicker: look again.
        if (!(thrown instanceof Conflict) || tries === TRIES) throw thrown
      }
  }

  async function run(town: string, call: SlowCall): Promise<void> {
    try {
      const then = await call()
      if (stopped) return
      const written = write(town, then)
      writing.add(written)
      await written.finally(() => writing.delete(written))
    } catch (thrown) {
      if (!stopped) fault('slow call', thrown)
    }
  }

  return {
    start(town: string, call: SlowCall, how?: { takesMinutes: true }): void {
      const running = run(town, call).finally(() => {
        waiting.delete(running)
        if (!stopped) done()
      })
      if (!how) waiting.add(running)
    },
    /** Waits for all that is under way and does not take minutes; false when nothing was. */
    async answered(): Promise<boolean> {
      const any = waiting.size > 0
      await Promise.all(waiting)
      return any
    },
    async stop(): Promise<void> {
      stopped = true
      await Promise.allSettled(writing)
    },
  }
}
