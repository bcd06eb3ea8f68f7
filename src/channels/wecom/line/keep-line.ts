import { DAY_MS, later } from '../../../domain/durations.ts'
import type { ChannelLog, Leases } from '../../../ports/channel-log.ts'
import type { Greeter } from '../../../ports/greeter.ts'
import { gapAlarm, kickedAlarm, lineDown, lineGap, lineKicked, lineRefused, refusedAlarm } from '../../../wording/wecom.ts'
import { type Line, type LineEnd, type LineNeeds, openLine } from './line.ts'
import { isWorkingHour, type KeepPace, standBackMs } from './pace.ts'

const CHANNEL = 'wecom-bot'
/** A reconnection of ours takes less; nothing can have been missed that is worth a line. */
const NO_GAP_MS = 3000
/** A gap this long is told to a person. */
const TELL_GAP_MS = 60_000

interface Needs extends Omit<LineNeeds, 'up' | 'alive' | 'heard' | 'pace'> {
  pace: KeepPace
  leases: Leases
  log: Pick<ChannelLog, 'up' | 'down' | 'alive' | 'gap' | 'states'>
  greeter: Pick<Greeter, 'alarm'>
  heard(body: unknown, reqId: string): void
  machine(): Date
  fault(what: string, thrown: unknown): void
}

export interface KeptLine {
  /** The connection while it listens; null while this process has none. */
  line(): Line | null
  start(): void
  close(): Promise<void>
}

/**
 * The long connection of one bot, held by one process among all. The platform allows one at a time and each new one kicks the
 * one before: whoever holds the lease connects, and whoever is kicked although they hold it stands back, for somebody outside
 * has the bot, and fighting over it would go on for ever.
 */
export function keepLine(needs: Needs): KeptLine {
  const { pace, leases, log, greeter, machine, newId } = needs
  const lease = `${CHANNEL}:${needs.botId}`
  const holder = newId()
  let line: Line | null = null
  let listening = false
  let heardAt = machine()
  let kicks: Date[] = []
  let backUntil: Date | null = null
  let closing = false
  let watched: Promise<void> = Promise.resolve()
  let wake = (): void => {}
  let running: Promise<void> = Promise.resolve()

  const pause = (ms: number): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, closing ? 0 : ms)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  /** What is written down keeps its order, so that "up" never comes after the "down" that followed it; nobody waits for it but the end. */
  let written: Promise<void> = Promise.resolve()
  const write = (what: string, work: () => Promise<unknown>): Promise<void> => {
    written = written.then(work).then(
      () => {},
      (thrown) => needs.fault(what, thrown),
    )
    return written
  }
  const hold = (): Promise<boolean> => leases.take(lease, holder, machine(), pace.leaseMs)

  async function tellUp(at: Date): Promise<void> {
    const before = (await log.states()).find((s) => s.channel === CHANNEL)?.aliveAt ?? null
    await log.up(CHANNEL, at)
    await log.alive(CHANNEL, at)
    if (!before || at.getTime() - before.getTime() < NO_GAP_MS) return
    await log.gap({ channel: CHANNEL, from: before, to: at, why: lineGap })
    if (at.getTime() - before.getTime() >= TELL_GAP_MS)
      await greeter.alarm({ key: `gap:${CHANNEL}:${before.toISOString()}`, text: gapAlarm(before, at) })
  }

  /** Half-alive connections are known: pings pass, messages do not come. A clean new one costs nothing. */
  const isSilent = (now: Date): boolean => listening && isWorkingHour(now) && now.getTime() - heardAt.getTime() > pace.silenceMs

  /** Ends the line when the lease is somebody else's, or may be because the database is away. */
  async function watch(current: Line, until: { held: Date }): Promise<void> {
    const now = machine()
    try {
      if (await hold()) until.held = later(now, pace.leaseMs)
      else current.close()
    } catch (thrown) {
      needs.fault('lease of the bot', thrown)
    }
    if (machine() >= until.held || isSilent(machine())) current.close()
  }

  async function connectOnce(): Promise<LineEnd> {
    const until = { held: new Date(machine().getTime() + pace.leaseMs) }
    const current = openLine({
      ...needs,
      pace: pace.line,
      up: () => {
        const at = machine()
        heardAt = at
        listening = true
        void write('line up', () => tellUp(at))
      },
      alive: () => void write('line alive', () => log.alive(CHANNEL, machine())),
      heard: (body, reqId) => {
        heardAt = machine()
        needs.heard(body, reqId)
      },
    })
    line = current
    const watching = setInterval(() => (watched = watch(current, until)), pace.leaseMs / 3)
    const end = await current.ended
    clearInterval(watching)
    // Until here it surely listened, unless it was lost at some moment nobody has seen.
    if (listening && end.why === 'closed') await write('line alive', () => log.alive(CHANNEL, machine()))
    listening = false
    line = null
    return end
  }

  /** How long to wait before the next connection. */
  async function after(end: LineEnd, tries: number): Promise<number> {
    const wait = pace.backOffMs[Math.min(tries, pace.backOffMs.length) - 1] ?? 0
    if (end.why === 'closed') return pace.backOffMs[0] ?? 0
    if (end.why === 'lost') {
      await write('line down', () => log.down(CHANNEL, lineDown))
      return wait
    }
    if (end.why === 'refused') {
      await write('line down', () => log.down(CHANNEL, lineRefused(end.errcode)))
      // Asking too often is punished, and only an operator can mend it.
      const key = `refused:${lease}:${machine().toISOString()}`
      if (tries === 3) await write('alarm', () => greeter.alarm({ key, text: refusedAlarm(end.errcode) }))
      return Math.max(wait, pace.refusedMs)
    }
    const now = machine()
    const until = new Date(now.getTime() + standBackMs(pace, kicks.length + 1))
    // First of all, so that no fault below makes it fight.
    backUntil = until
    if (!(await hold())) {
      // Another of our own processes has taken over: it has the lease, and all is well.
      backUntil = null
      return pace.leaseMs
    }
    kicks = [...kicks.filter((at) => now.getTime() - at.getTime() < DAY_MS), now]
    await write('line down', () => log.down(CHANNEL, lineKicked))
    await write('alarm', () => greeter.alarm({ key: `kicked:${lease}:${now.toISOString()}`, text: kickedAlarm(until, now) }))
    return 0
  }

  async function run(): Promise<void> {
    let tries = 0
    while (!closing) {
      try {
        // Whoever stands back keeps the lease, so that no other process of ours fights in its place.
        const mine = await hold()
        if (closing) break
        if (!mine || (backUntil !== null && machine() < backUntil)) {
          await pause(Math.min(pace.leaseMs / 3, mine && backUntil ? backUntil.getTime() - machine().getTime() : pace.leaseMs))
          continue
        }
        backUntil = null
        const began = machine()
        const end = await connectOnce()
        if (closing) break
        tries = machine().getTime() - began.getTime() > pace.steadyMs ? 1 : tries + 1
        await pause(await after(end, tries))
      } catch (thrown) {
        needs.fault('the bot’s line', thrown)
        await pause(pace.leaseMs / 3)
      }
    }
    // A renewal on its way must not take again what is given back.
    await watched
    await leases.release(lease, holder).catch((thrown) => needs.fault('lease of the bot', thrown))
  }

  return {
    line: () => (listening ? line : null),
    start() {
      running = run()
    },
    async close() {
      closing = true
      line?.close()
      wake()
      await running
      await written
    },
  }
}
