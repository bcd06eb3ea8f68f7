import { setTimeout as sleep } from 'node:timers/promises'
import { CHANNEL_KINDS, CHANNELS, type ChannelName } from '../domain/capability.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import type { Channel, SayOutcome } from '../ports/channel.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { ClaimedPost, Outbox, Settled } from '../ports/outbox.ts'
import type { Reach } from '../ports/speech.ts'
import { holderGone, noAnswer, tooLate } from '../wording/channels.ts'
import { settlePost } from './settle.ts'
import { settledOf } from './settled.ts'

/** No call takes longer; what has no answer by then is unknown. Well below how long a post is held. */
const CALL_MS = 60_000
const HOLD_MS = 120_000
/** Before what became of a post is written again. */
const SETTLE_PAUSES_MS = [200, 1000, 5000]
const LATER_MS = 5000
/** How often it is looked whether a process ended with something in its hand. */
const RESCUE_MS = 5000
/** What a group was to read before an outage is no news to it after so long: the duty cadre is told instead. */
const OLD_MS = 6 * HOUR_MS
/** A channel whose credentials or rights are wrong is tried again after this. */
const STOP_MS = 10 * MINUTE_MS
const DROPS_REPEATS = CHANNELS.filter((c) => CHANNEL_KINDS[c].dedupes === 'by-id')

export interface Delivery {
  /** Sends what is due; resolves when nothing is due any more and nothing is under way. */
  work(): Promise<void>
  /** Takes nothing new and waits for what is under way. */
  close(): Promise<void>
}

interface Needs {
  outbox: Outbox
  channels: readonly Channel[]
  log: Pick<ChannelLog, 'said' | 'stop' | 'states'>
  /** The product's. */
  clock: Clock
  /** Machine time. */
  reach: Reach
  fault(what: string, fault: unknown): void
}

/** The loop that speaks. Each channel has its own lanes, each conversation its own queue: nobody waits for another's trouble. */
export function createDelivery({ outbox, channels, log, clock, reach, fault }: Needs): Delivery {
  const { machine } = reach
  let closing = false
  let rescuedAt = 0
  const running = new Map<ChannelName, { done: Promise<void>; wake(): void }>()

  const settleOne = (town: string, id: string, settled: Settled): Promise<void> =>
    outbox.within(town, clock.now(), (speech) => settlePost(speech, id, settled, reach))

  /** What another process had in its hand when it ended: again where the platform drops repeats, else nobody knows. */
  async function rescue(): Promise<void> {
    const now = machine()
    await outbox.requeueHeld(DROPS_REPEATS, now)
    for (const { town, id } of await outbox.held(now)) await settleOne(town, id, { state: 'unknown', why: holderGone })
  }

  /** What became of a post is known only here; a database that is away for a moment must not make it unknown. */
  async function keep(claimed: ClaimedPost, settled: Settled): Promise<void> {
    for (const pause of SETTLE_PAUSES_MS) {
      try {
        return await settleOne(claimed.town, claimed.post.id, settled)
      } catch (thrown) {
        fault(`settling ${claimed.post.id}`, thrown)
        await sleep(pause)
      }
    }
    return settleOne(claimed.town, claimed.post.id, settled)
  }

  async function deliver(channel: Channel, claimed: ClaimedPost): Promise<void> {
    const settle = (settled: Settled) => keep(claimed, settled)
    const isOld = claimed.post.to === 'group' && machine().getTime() - claimed.writtenAt.getTime() > OLD_MS
    if (isOld && (await wasAway(channel.name, claimed.writtenAt))) return settle({ state: 'dropped', why: tooLate })
    if (claimed.expiresAt && claimed.expiresAt < clock.now()) return settle({ state: 'dropped', why: tooLate })
    const buckets = channel.buckets(claimed.post)
    const token = await outbox.take(buckets, machine()).catch((thrown) => {
      fault(`rate of ${channel.name}`, thrown)
      return { waitUntil: new Date(machine().getTime() + LATER_MS) }
    })
    if ('waitUntil' in token) return settle({ state: 'waiting', retryAt: token.waitUntil, why: 'rate', counted: false })
    const outcome = await call(channel, claimed)
    if (outcome.outcome === 'wait') await outbox.empty(buckets, machine(), outcome.seconds)
    if (outcome.outcome === 'refused') await log.stop(channel.name, outcome.why, new Date(machine().getTime() + STOP_MS))
    const isAway = outcome.outcome === 'retry' && outcome.patience === 'long' && outcome.doubt !== true
    await settle(isAway && isOld ? { state: 'dropped', why: tooLate } : settledOf(outcome, claimed.attempts, machine()))
    if (outcome.outcome === 'sent' || outcome.outcome === 'handed') await log.said(channel.name, machine())
  }

  /** Whether a channel that has to be up came up only after this moment. */
  async function wasAway(name: ChannelName, since: Date): Promise<boolean> {
    const up = (await log.states()).find((s) => s.channel === name)?.upSince
    return up !== null && up !== undefined && up > since
  }

  async function call(channel: Channel, { post }: ClaimedPost): Promise<SayOutcome> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<SayOutcome>((done) => {
      timer = setTimeout(() => done({ outcome: 'unknown', why: noAnswer }), CALL_MS)
    })
    try {
      return await Promise.race([channel.say(post), late])
    } catch (thrown) {
      fault(`post ${post.id} by ${channel.name}`, thrown)
      return { outcome: 'unknown', why: noAnswer }
    } finally {
      clearTimeout(timer)
    }
  }

  async function claim(channel: Channel, free: number): Promise<ClaimedPost[]> {
    if (closing || free <= 0) return []
    const stopped = (await log.states()).find((s) => s.channel === channel.name)?.stoppedUntil
    return stopped && stopped > machine() ? [] : outbox.claim(channel.name, free, machine(), HOLD_MS)
  }

  async function lanes(channel: Channel, woken: () => Promise<void>): Promise<void> {
    const underway = new Set<Promise<void>>()
    for (;;) {
      const before = underway.size
      const claimed = await claim(channel, channel.sideBySide - before)
      for (const one of claimed) {
        const done: Promise<void> = deliver(channel, one)
          // Held until it is rescued: whether it was sent is not known here.
          .catch((thrown) => fault(`post ${one.post.id}`, thrown))
          .finally(() => underway.delete(done))
        underway.add(done)
      }
      if (underway.size === 0) {
        if (before === 0) return
        // It ended while it was looked what is next: what waited for it may be said now.
        continue
      }
      if (claimed.length === 0 || underway.size >= channel.sideBySide) await Promise.race([...underway, woken()])
    }
  }

  function run(channel: Channel): Promise<void> {
    const busy = running.get(channel.name)
    if (busy) {
      busy.wake()
      return busy.done
    }
    let wake = () => {}
    const woken = () => new Promise<void>((done) => (wake = done))
    const done = lanes(channel, woken)
      .catch((thrown) => fault(`channel ${channel.name}`, thrown))
      .finally(() => running.delete(channel.name))
    running.set(channel.name, { done, wake: () => wake() })
    return done
  }

  return {
    async work() {
      if (closing) return
      if (Math.abs(machine().getTime() - rescuedAt) >= RESCUE_MS) {
        rescuedAt = machine().getTime()
        await rescue().catch((thrown) => fault('rescue', thrown))
      }
      await Promise.all(channels.map(run))
    },
    async close() {
      closing = true
      await Promise.all([...running.values()].map((r) => r.done))
    },
  }
}
