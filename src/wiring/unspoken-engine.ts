import { createEngine } from '../jobs/engine.ts'
import type { MovableClock } from '../ports/clock.ts'
import type { Judge } from '../ports/judge.ts'
import type { Store } from '../ports/store.ts'
import { SANDBOX_ONLY } from '../speaking/ways.ts'
import { slowReaders } from './slow-readers.ts'

interface Parts {
  store: Store
  clock: Parameters<typeof createEngine>[0]['clock']
  judge: Judge
  fault(what: string, thrown: unknown): void
}

/** An engine over what was said elsewhere and at another time: nothing it has to say goes out, and no server is asked. */
export const unspokenEngine = async ({ judge, ...parts }: Parts) =>
  createEngine({ ...parts, reach: SANDBOX_ONLY, judge: () => judge, slow: await slowReaders(null), spoken: () => {} })

/** A clock that only its owner moves. */
export function standingClock(start: Date): MovableClock {
  let now = start
  return {
    now: () => now,
    moved: () => true,
    look: async () => {},
    standAt: async (moment) => {
      now = moment
    },
    run: async () => {},
  }
}
