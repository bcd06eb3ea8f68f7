import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dice } from '../measure/invented-matters.ts'
import { type House, openHouse, type Running } from './house.ts'
import { isKept, judgeKept } from './kept.ts'
import type { Proof, Proved } from './proof.ts'
import { startTalk } from './talkers.ts'

const DISK_MB = 900
const HOUR_MS = 3_600_000
const FULL_MS = 2000
const PER_SECOND = 40

/** What happens to them while people talk; each leaves a program that runs. */
const BLOWS = {
  async process(_house: House, now: Running, again: () => Promise<Running>) {
    await now.end('SIGKILL')
    return again()
  },
  async postgres(house: House, now: Running) {
    await house.killDatabase()
    await house.startDatabase()
    return now
  },
  async both(house: House, now: Running, again: () => Promise<Running>) {
    await Promise.all([house.killDatabase(), now.end('SIGKILL')])
    await house.startDatabase()
    return again()
  },
  async disk(house: House, now: Running) {
    const ballast = join(house.dir, 'ballast')
    const { bavail, bsize } = statfsSync(house.dir)
    try {
      writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    } catch {
      // Somebody else wrote the last of it, and full it is.
    }
    await sleep(FULL_MS)
    rmSync(ballast, { force: true })
    await house.startDatabase()
    return now
  },
  async away(house: House, now: Running, _again: () => Promise<Running>, luck: () => number) {
    await house.stopDatabase()
    await sleep(1000 * Math.max(1, Math.round(60 ** luck())))
    await house.startDatabase()
    return now
  },
  async clock(house: House, now: Running, _again: () => Promise<Running>, luck: () => number) {
    house.bendClock(Math.round((luck() * 25 - 1) * HOUR_MS))
    await sleep(1000)
    house.bendClock(0)
    return now
  },
} as const
type Blow = keyof typeof BLOWS

async function untilItAnswers({ address }: Running): Promise<void> {
  for (;;) {
    const well = await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
    if (well?.ok) return
    await sleep(100)
  }
}

/** So many kills of the process, and a fifth as many of each other blow, in random order under load. */
export async function strike(times: Readonly<Record<Blow, number>>, say: (line: string) => void): Promise<Proved> {
  const house = await openHouse(times.disk > 0 ? { diskMegabytes: DISK_MB } : {})
  try {
    const seeded = dice(17)
    const luck = () => seeded.below(1000) / 1000
    const whole = (Object.keys(BLOWS) as Blow[]).filter((blow) => blow !== 'disk' || house.ownDisk)
    const plan = whole.flatMap((blow) => Array.from({ length: times[blow] }, () => ({ blow, at: luck() }))).toSorted((a, b) => a.at - b.at)
    let running = await house.start()
    const talk = await startTalk(running.address, { perSecond: PER_SECOND, name: 'k' })
    for (const [n, { blow }] of plan.entries()) {
      await sleep(50 + luck() * 900)
      running = await BLOWS[blow](house, running, () => house.start(), luck)
      talk.move([running.address])
      await untilItAnswers(running)
      if (n % 20 === 19) say(`${n + 1} of ${plan.length} blows, ${talk.acknowledged.size} acknowledged`)
    }
    await talk.stop()
    const kept = await judgeKept(house, running.address, talk)
    const struck = Object.fromEntries(whole.map((blow) => [blow, times[blow]]))
    return { kept: isKept(kept), figures: { ...struck, ...(!house.ownDisk && { disk: 'no disk of its own here' }), ...kept } }
  } finally {
    await house.close()
  }
}

export const lost: Proof = {
  name: 'lost',
  promises: 'nothing acknowledged is lost and no ticket is doubled, whatever is killed, full, away or turned back',
  owed: 500,
  run(size, say) {
    const others = Math.ceil(size / 5)
    return strike({ process: size, postgres: others, both: others, disk: others, away: others, clock: others }, say)
  },
}
