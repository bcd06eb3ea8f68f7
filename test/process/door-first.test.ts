import { describe, expect, it } from 'vitest'
import type { SaidAlone } from '../../src/ports/front-desk.ts'
import type { GoesOn, Store } from '../../src/ports/store.ts'
import { doorFirst } from '../../src/wiring/door-first.ts'

const busy = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

/** A door before a store that hands out what it is told of going on; `written` ends whoever is being written down. */
function aDoor() {
  let written = () => {}
  const given: GoesOn[] = []
  const store = {
    handleNext: async (...asked: Parameters<Store['handleNext']>) => {
      if (asked[4]) given.push(asked[4])
      return { handled: 0, more: false }
    },
  } as unknown as Store
  const take = () =>
    new Promise<Set<SaidAlone>>((done) => {
      written = () => done(new Set())
    })
  const first = doorFirst({ frontDesk: { take }, store, outbox: {} as never })
  return {
    begin: async () => {
      await first.store.handleNext({ town: 't', conversation: 'g:c' }, new Date(0), 50, async () => {})
      const goesOn = given.at(-1)
      if (!goesOn) throw new Error('nothing was handed on')
      return goesOn
    },
    come: (many: number) =>
      first.frontDesk.take(
        Array.from({ length: many }, () => ({}) as SaidAlone),
        new Date(0),
      ),
    written: () => written(),
  }
}

/** Turns of the loop that pass meanwhile. */
async function turnsDuring<T>(work: () => Promise<T>): Promise<number> {
  let turns = 0
  let over = false
  const count = () => {
    turns += 1
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  await work()
  over = true
  return turns
}

describe('the door comes first', () => {
  it('ends with the line in hand when a crowd is written down, and not for three', async () => {
    const door = aDoor()
    const goesOn = await door.begin()
    expect(await goesOn()).toBe(true)
    const three = door.come(3)
    expect(await goesOn()).toBe(true)
    door.written()
    await three
    const four = door.come(4)
    expect(await goesOn()).toBe(false)
    door.written()
    await four
  })

  it('lets in many callers at a time, though the loop takes one in each turn', async () => {
    const door = aDoor()
    const goesOn = await door.begin()
    busy(11)
    expect(await turnsDuring(goesOn)).toBeGreaterThanOrEqual(8)
  })
})
