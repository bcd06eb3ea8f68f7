import QRCode from 'qrcode'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Connection } from '../../ports/channel.ts'
import type { ChannelLog, Leases } from '../../ports/channel-log.ts'
import type { ChannelMessage, Hearing, Outage } from '../../ports/hearing.ts'
import { gatewaySlow, scanInTerminal } from '../../wording/channels.ts'
import type { OpenBot } from './bot.ts'
import { gatewayClock } from './gateway-clock.ts'
import { guardProcess } from './guard.ts'
import { createListening, type Login } from './listen.ts'
import { whyOf } from './outcome.ts'
import { roomQueues } from './queues.ts'
import { plainly } from './redact.ts'
import { wechatyChannel } from './speak.ts'
import { supervise, TIMES, type Times } from './supervise.ts'

interface Needs {
  open: OpenBot
  token: string | null
  /** What the bot is called beside its account's own name. */
  names?: readonly string[]
  log: ChannelLog
  leases: Leases
  /** Names this process among all. */
  holder: string
  /** Machine time. */
  now(): Date
  chance(): number
  /** Prints a line where the operator sees it. */
  print(line: string): void
  fault(what: string, fault: unknown): void
}

/** After a login, while the gateway hands over what it kept. */
const COLLECT_MS = 30_000
/** A silence that the duty cadre is told of while it lasts. */
const TELL_MS = 5 * MINUTE_MS

/** Everything of Wechaty: one account that hears and speaks as a member of its groups. */
export function connectWechaty(
  { open, token, names, log, leases, holder, now, chance, print, fault }: Needs,
  times: Times & { collect: number; tell: number } = { ...TIMES, collect: COLLECT_MS, tell: TELL_MS },
): Connection {
  const say = (thrown: unknown) => plainly(thrown, token)
  // An error of the library holds the token in its message, its stack and its cause: none of these goes on.
  const told = (thrown: unknown) => fault('wechaty', new Error(say(thrown)))
  let hearing: Hearing | null = null
  let missed: { message: ChannelMessage; at: Date }[] = []
  let telling: Promise<void> = Promise.resolve()
  const queues = roomQueues(told)
  const started = (): Hearing => {
    if (hearing === null) throw new Error('not started')
    return hearing
  }

  const tell = (outage: Outage, list: typeof missed) => {
    telling = telling.then(() => hearing?.outage(outage, list)).catch(told)
    return telling
  }
  async function back({ at, gapFrom }: Login, why: string): Promise<void> {
    if (gapFrom === null) return
    // When it all ends meanwhile, what came is told at once.
    await keeper.pause(times.collect)
    await queues.idle()
    const list = missed
    missed = []
    await tell({ channel: 'wechaty', from: gapFrom, to: at, why }, list)
  }
  async function watch(): Promise<void> {
    for (let told: Date | null = null; await keeper.pause(times.look); ) {
      const down = keeper.downSince()
      if (down === null || down.since === told || now().getTime() - down.since.getTime() < times.tell) continue
      told = down.since
      await tell({ channel: 'wechaty', from: down.since, to: null, why: down.why }, [])
    }
  }

  const clock = gatewayClock({
    now,
    collect: times.collect,
    pause: (ms) => keeper.pause(ms),
    tell: (behind) => void log.note('wechaty', behind === null ? null : gatewaySlow(behind)).catch(told),
  })
  const listening = createListening({
    hearing: {
      hear: (message) => started().hear(message),
      happened: (event) => started().happened(event),
      recalled: (recall) => started().recalled(recall),
    },
    clock,
    queues,
    login: () => keeper.login(),
    names,
    missed: (message, at) => missed.push({ message, at }),
    fault: told,
    pause: (ms) => keeper.pause(ms),
  })
  const keeper = supervise({
    ...{ open, times, log, leases, holder, now, memory: process.memoryUsage.rss, plainly: say },
    hears: listening,
    show: (code) => void terminal(code).then(print, told),
    back: (login, why) => {
      clock.anew()
      void back(login, why)
    },
    fault: told,
  })
  const running: Promise<void>[] = []
  let unguard = () => {}
  return {
    channels: [wechatyChannel({ keeper, now, chance, plainly: say })],
    async start(to) {
      hearing = to
      unguard = guardProcess((thrown) => {
        told(thrown)
        keeper.end(whyOf(say(thrown)))
      })
      running.push(keeper.run().catch(told), watch())
    },
    async close() {
      await keeper.close()
      await Promise.all(running)
      await queues.idle()
      await telling
      unguard()
    },
  }
}

/** A code as the terminal shows it. */
const terminal = async (code: string): Promise<string> =>
  `${scanInTerminal}\n${await QRCode.toString(code, { type: 'terminal', small: true })}`
