import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '../bench/load.ts'
import { openHouse } from './house.ts'
import { isKept, judgeKept } from './kept.ts'
import type { Proof } from './proof.ts'
import { startTalk } from './talkers.ts'

const PER_SECOND = 200
const MOST_SECONDS = 10
/** A program that has just begun is slower than the talk. */
const WARM_MS = 1000
const TALK_MS = 1000
/** Whoever is still there then is ended, and has not stopped. */
const PATIENCE_MS = 60_000

export const stop: Proof = {
  name: 'stop',
  promises: 'told to stop under 200 messages a second it is gone within 10 s, and nothing is lost',
  owed: 200,
  async run(size, say) {
    const house = await openHouse()
    try {
      let running = await house.start()
      const talk = await startTalk(running.address, { perSecond: PER_SECOND, name: 's' })
      const took: number[] = []
      const told: number[] = []
      let unclean = 0
      for (let n = 0; n < size; n++) {
        await sleep(WARM_MS)
        const before = talk.acknowledged.size
        await sleep(TALK_MS)
        told.push(talk.acknowledged.size - before)
        const begun = performance.now()
        const { child } = running
        const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
        if ((await running.end('SIGTERM')) !== 0) unclean += 1
        clearTimeout(patience)
        took.push((performance.now() - begun) / 1000)
        running = await house.start()
        talk.move([running.address])
        if (n % 20 === 19) say(`${n + 1} stops, at most ${Math.max(...took).toFixed(1)} s, ${talk.acknowledged.size} acknowledged`)
      }
      await talk.stop()
      const kept = await judgeKept(house, running.address, talk)
      const most = Math.max(...took)
      const figures = {
        stops: size,
        'acknowledged a second before them, in the middle': median(told),
        'at most s': Number(most.toFixed(1)),
        unclean,
        ...kept,
      }
      return { kept: isKept(kept) && unclean === 0 && most <= MOST_SECONDS, figures }
    } finally {
      await house.close()
    }
  },
}
