import { setImmediate as doorsTurn, setTimeout as sleep } from 'node:timers/promises'
import type { FrontDesk } from '../ports/front-desk.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { GoesOn, Store } from '../ports/store.ts'

/** So many may wait to be written down before everything else stands back. */
const CROWD = 4
const CALM_MS = 20
/** So often whoever calls is let in between two lines; after each line a fifth of the talk would be handled less. */
const LET_IN_MS = 10
/** Node takes one new caller in a turn of its loop: a crowd that comes by one turn at a time is not seen to be one. */
const LET_IN_TURNS = 8
/** Nothing stands back longer, however long the crowd lasts. */
const LONGEST_MS = 3000

interface Parts {
  frontDesk: FrontDesk
  store: Store
  outbox: Outbox
}

/**
 * Where one process does everything, whoever waits for an acknowledgement comes before what is done with their words: each piece of work
 * begins when there is no crowd at the door, and one of many lines ends with the line in hand when a crowd comes. What was said stays in
 * its order, and is handled when there is time.
 */
export function doorFirst({ frontDesk, store, outbox }: Parts): Parts {
  let crowds = 0
  let crowdedAt = Number.NEGATIVE_INFINITY
  /** One for all conversations that are handled side by side, or the callers would wait for each of them. */
  let letInAt = performance.now()
  const isCalm = () => crowds === 0 && performance.now() - crowdedAt > CALM_MS

  /** Whether what begins now may be ended by a crowd: what has stood back long enough is done as a whole. */
  async function turn(): Promise<GoesOn> {
    const until = performance.now() + LONGEST_MS
    while (!isCalm() && performance.now() < until) await sleep(CALM_MS)
    const whole = !isCalm()
    return async () => {
      if (performance.now() - letInAt > LET_IN_MS) {
        for (let n = 0; n < LET_IN_TURNS; n++) await doorsTurn()
        letInAt = performance.now()
      }
      return whole || isCalm()
    }
  }
  const after =
    <A extends unknown[], R>(work: (...asked: A) => Promise<R>) =>
    async (...asked: A): Promise<R> => {
      await turn()
      return work(...asked)
    }

  return {
    frontDesk: {
      async take(said, machine) {
        if (said.length < CROWD) return frontDesk.take(said, machine)
        crowds += 1
        try {
          return await frontDesk.take(said, machine)
        } finally {
          crowds -= 1
          crowdedAt = performance.now()
        }
      },
    },
    store: {
      ...store,
      handleNext: async (place, now, most, handle) => store.handleNext(place, now, most, handle, await turn()),
      endReports: async (town, keys, now, run) => store.endReports(town, keys, now, run, await turn()),
      runDue: after(store.runDue),
      tellNext: after(store.tellNext),
    },
    outbox: { ...outbox, claim: after(outbox.claim) },
  }
}
