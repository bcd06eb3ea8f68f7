import type { ChannelLog, Leases } from '../../ports/channel-log.ts'
import { gapOfProcess, loggedOut, loginSlow, restsAtNight, scanNeeded, silentGateway, standsStill } from '../../wording/channels.ts'
import type { Bot, Ears, OpenBot } from './bot.ts'
import type { Login } from './listen.ts'
import { isCut, whyOf } from './outcome.ts'
import { isTimeToRest } from './rest.ts'

/** Milliseconds. */
export interface Times {
  /** From the start, or the last code to scan, until somebody is logged in. */
  login: number
  /** Without any sign of life, however often it was asked for one. */
  silence: number
  /** How often it is asked, and the lease is renewed. */
  look: number
  lease: number
  /** A bot that does not stop is left behind. */
  stop: number
  /** Before the next bot, by how many failed; the last one goes on. */
  backOff: readonly number[]
}

/** Below the minute after which the library resets the puppet by itself, which would log it out. */
export const TIMES: Times = {
  login: 90_000,
  silence: 50_000,
  look: 15_000,
  lease: 60_000,
  stop: 20_000,
  backOff: [2000, 5000, 15_000, 60_000, 300_000],
}
const LEASE = 'wechaty'

interface Needs {
  open: OpenBot
  times: Times
  log: Pick<ChannelLog, 'up' | 'down' | 'scan' | 'alive' | 'gap' | 'states'>
  leases: Leases
  holder: string
  /** Machine time. */
  now(): Date
  hears: Pick<Ears, 'message' | 'joined' | 'left' | 'renamed'>
  /** A code that is to be scanned, for the terminal. */
  show(code: string): void
  back(login: Login, why: string): void
  /** Bytes that this process holds. */
  memory(): number
  /** Without the token. */
  plainly(fault: unknown): string
  fault(fault: string): void
}

export interface Supervisor {
  /** Null while nobody is logged in here. */
  login(): Login | null
  bot(): Bot | null
  /** Since when nothing is heard, and why; null while it is. */
  downSince(): { since: Date; why: string } | null
  /** What ends it from outside: a fault that nobody caught. */
  end(why: string): void
  /** False when it is closed meanwhile. */
  pause(ms: number): Promise<boolean>
  run(): Promise<void>
  close(): Promise<void>
}

/**
 * Keeps one bot alive: `start` resolves although it failed, so only a login counts; a gateway falls silent without a word,
 * so it is asked for a sign. Whatever is wrong, the bot is thrown away and another is built.
 */
export function supervise({ open, times, log, leases, holder, now, hears, show, back, memory, plainly, fault }: Needs): Supervisor {
  const closing = new AbortController()
  let login: Login | null = null
  let bot: Bot | null = null
  let down: { since: Date; why: string } | null = null
  let end = (_why: string): void => {}

  const pause = (ms: number): Promise<boolean> =>
    new Promise((done) => {
      if (closing.signal.aborted) return done(false)
      const over = () => {
        clearTimeout(timer)
        closing.signal.removeEventListener('abort', over)
        done(!closing.signal.aborted)
      }
      const timer = setTimeout(over, ms)
      closing.signal.addEventListener('abort', over)
    })
  const within = (work: Promise<void>, ms: number): Promise<unknown> =>
    Promise.race([work.catch((thrown: unknown) => fault(plainly(thrown))), pause(ms)])
  /** The operator's record may be away; the bot goes on without. */
  const noted = (work: Promise<void>): Promise<void> => work.catch((thrown: unknown) => fault(plainly(thrown)))
  const owns = () => leases.take(LEASE, holder, now(), times.lease).catch(() => false)

  async function loggedIn(self: Login['self'], before: string | null): Promise<void> {
    const at = now()
    const gapFrom = (await log.states()).find((s) => s.channel === 'wechaty')?.aliveAt ?? null
    const why = before ?? gapOfProcess
    if (gapFrom !== null) await log.gap({ channel: 'wechaty', from: gapFrom, to: at, why })
    await log.alive('wechaty', at)
    await log.up('wechaty', at)
    down = null
    login = { self, at, gapFrom }
    back(login, why)
  }

  /** One bot, from its making to its end; the reason, and whether anybody was logged in. */
  async function session(before: string | null): Promise<{ why: string; wasUp: boolean }> {
    const ended = Promise.withResolvers<string>()
    let signAt = now()
    let loginBy = now().getTime() + times.login
    let lastFault: string | null = null
    let entering = false
    // A message may overtake the login it came with.
    const early: (() => void)[] = []
    const whenIn = (run: () => void) => (login ? run() : void early.push(run))
    end = ended.resolve
    let over = false
    /** A bot that was thrown away may still speak. */
    const live =
      <A extends unknown[]>(run: (...args: A) => void) =>
      (...args: A) => {
        if (!over) run(...args)
      }
    const ears: Ears = {
      joined: live(hears.joined),
      left: live(hears.left),
      renamed: live(hears.renamed),
      message: live((message) => whenIn(() => hears.message(message))),
      sign: live(() => {
        signAt = now()
      }),
      scan: live((code) => {
        if (login) return
        loginBy = now().getTime() + times.login
        down = { since: down?.since ?? now(), why: scanNeeded }
        show(code)
        void noted(log.scan('wechaty', code, scanNeeded))
      }),
      login: live((self) => {
        // Told again after a reset of its own.
        if (login || entering) return
        entering = true
        loggedIn(self, before)
          .then(() => {
            for (const run of early.splice(0)) run()
          })
          .catch((thrown: unknown) => ended.resolve(whyOf(plainly(thrown))))
      }),
      logout: live(() => ended.resolve(loggedOut)),
      fault: live((thrown) => {
        lastFault = plainly(thrown)
        fault(lastFault)
        if (isCut(lastFault)) ended.resolve(whyOf(lastFault))
      }),
    }
    try {
      bot = await open(ears)
      void within(bot.start(), times.login)
      for (const looking = ended.promise.then(() => false); await Promise.race([looking, pause(times.look)]); ) {
        if (!(await owns())) ended.resolve(standsStill)
        else if (!login && now().getTime() > loginBy) ended.resolve(lastFault === null ? loginSlow : whyOf(lastFault))
        else if (login && now().getTime() - signAt.getTime() > times.silence) ended.resolve(silentGateway)
        else if (login && isTimeToRest(now(), { loginAt: login.at, bytes: memory() })) ended.resolve(restsAtNight)
        else if (login) {
          bot.ping()
          await noted(log.alive('wechaty', signAt))
        }
      }
    } catch (thrown) {
      ended.resolve(whyOf(plainly(thrown)))
    }
    ended.resolve(gapOfProcess)
    const why = await ended.promise
    over = true
    const wasUp = login !== null
    login = null
    if (wasUp) await noted(log.alive('wechaty', signAt))
    if (bot) await Promise.race([bot.stop().catch(() => {}), new Promise((done) => setTimeout(done, times.stop).unref())])
    bot = null
    return { why, wasUp }
  }

  return {
    login: () => login,
    bot: () => bot,
    downSince: () => down,
    end: (why) => end(why),
    pause,
    async run() {
      let why: string | null = null
      let failed = 0
      while (!closing.signal.aborted) {
        // Another instance has it, and tells of it.
        if (!(await owns())) {
          await pause(times.look)
          continue
        }
        const ended = await session(why)
        why = ended.why
        down = { since: down?.since ?? now(), why }
        failed = ended.wasUp ? 0 : failed + 1
        if (why !== standsStill) await noted(log.down('wechaty', why))
        await pause(times.backOff[Math.min(failed, times.backOff.length - 1)] ?? 0)
      }
      await leases.release(LEASE, holder).catch(() => {})
    },
    async close() {
      closing.abort()
    },
  }
}
