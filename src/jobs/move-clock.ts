import type { MovableClock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { Engine } from './engine.ts'

/**
 * Walks the clock from due moment to due moment up to the target, doing and telling at each, so that twenty days moved at
 * once say the same, in the same order, as twenty days lived.
 */
export async function moveClock(target: Date, clock: MovableClock, store: Pick<Store, 'nextMoment'>, engine: Engine): Promise<void> {
  try {
    await clock.standAt(clock.now())
    await engine.work()
    for (;;) {
      const next = await store.nextMoment()
      if (!next || next > target) break
      if (next > clock.now()) await clock.standAt(next)
      await engine.work()
      const after = await store.nextMoment()
      // Something that cannot be done now must not hold the clock.
      if (after && after <= clock.now() && after.getTime() === next.getTime()) await clock.standAt(new Date(clock.now().getTime() + 1000))
    }
    if (target > clock.now()) await clock.standAt(target)
    await engine.work()
  } finally {
    await clock.run()
  }
}
