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
/** With a fifth as many of each other blow. */
const KILLS_A_HOUSE = 50
const AT_ONCE = 2

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
    // From one second to sixty, most of them short.
    await sleep(1000 * 60 ** (luck() ** 3))
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

type Times = Readonly<Record<Blow, number>>

/** @throws where the program has ended, which no blow leaves it. */
async function untilItAnswers({ address, child, lastWords }: Running): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const well = await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
    if (well?.ok) return
    await sleep(100)
  }
  throw new Error(`the program is gone: ${child.signalCode ?? child.exitCode} ${lastWords()}`)
}

/** So many of each in random order on one house, under load. */
export async function strike(times: Times, say: (line: string) => void, seed = 17): Promise<Proved> {
  const house = await openHouse(times.disk > 0 ? { diskMegabytes: DISK_MB } : {})
  try {
    const seeded = dice(seed)
    const luck = () => seeded.below(1000) / 1000
    const whole = (Object.keys(BLOWS) as Blow[]).filter((blow) => blow !== 'disk' || house.ownDisk)
    const plan = whole.flatMap((blow) => Array.from({ length: times[blow] }, () => ({ blow, at: luck() }))).toSorted((a, b) => a.at - b.at)
    let running = await house.start()
    const talk = await startTalk(running.address, { perSecond: PER_SECOND, name: 'k' })
    for (const [n, { blow }] of plan.entries()) {
      await sleep(50 + luck() * 900)
      running = await BLOWS[blow](house, running, () => house.start(), luck)
      talk.move([running.address])
      await untilItAnswers(running).catch((fault: unknown) => {
        throw new Error(`after ${blow}: ${fault}`)
      })
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

const timesOf = (kills: number): Times => {
  const others = Math.ceil(kills / 5)
  return { process: kills, postgres: others, both: others, disk: others, away: others, clock: others }
}

/** Two houses at a time, each of whose end says what was kept in it. */
async function inHouses(kills: number, say: (line: string) => void): Promise<Proved> {
  const houses = Array.from({ length: Math.ceil(kills / KILLS_A_HOUSE) }, (_, n) => Math.min(KILLS_A_HOUSE, kills - n * KILLS_A_HOUSE))
  const all: Proved[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < houses.length; n = next++) {
      const proved = await strike(timesOf(houses[n] ?? 0), (line) => say(`house ${n}: ${line}`), n)
      say(`house ${n}: ${JSON.stringify(proved)}`)
      all.push(proved)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const figures = new Map<string, number | string>()
  for (const [what, figure] of all.flatMap((one) => Object.entries(one.figures)))
    figures.set(what, typeof figure === 'number' ? Number(figures.get(what) ?? 0) + figure : figure)
  return { kept: all.every(({ kept }) => kept), figures: { houses: houses.length, ...Object.fromEntries(figures) } }
}

export const lost: Proof = {
  name: 'lost',
  promises: 'nothing acknowledged is lost and no ticket is doubled, whatever is killed, full, away or turned back',
  owed: 500,
  run: inHouses,
}
