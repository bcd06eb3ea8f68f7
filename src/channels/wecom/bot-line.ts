import { setTimeout as sleep } from 'node:timers/promises'
import type { Answers } from '../../ports/answers.ts'
import type { ChannelLog, Leases } from '../../ports/channel-log.ts'
import type { Greeter } from '../../ports/greeter.ts'
import { notKept, welcome } from '../../wording/wecom.ts'
import { LINE_ANSWER_MS, takeBotWord } from './bot-door.ts'
import { readBotWord } from './bot-word.ts'
import type { Diary } from './diary.ts'
import type { Ear } from './ear.ts'
import { COMMANDS } from './line/frames.ts'
import { type KeptLine, keepLine } from './line/keep-line.ts'
import type { KeepPace } from './line/pace.ts'

interface Needs {
  bot: { id: string; secret: string }
  /** What the bot is called. */
  names?: readonly string[] | undefined
  wsUrl: string
  pace: KeepPace
  leases: Leases
  log: ChannelLog
  greeter: Pick<Greeter, 'alarm'>
  /** Null until somebody listens. */
  ear(): Pick<Ear, 'toBot'> | null
  answers: Pick<Answers, 'keep'>
  diary: Diary
  newId(): string
  machine(): Date
  added(): void
}

/** Nobody repeats what came by the long connection: while the database is away it is held here and tried again. */
const PATIENCE_MS = [0, 500, 2000, 5000, 15_000, 30_000, 60_000, 120_000, 240_000]

/** The AI bot over its long connection. */
export function botLine(needs: Needs): KeptLine {
  const { diary, machine, log } = needs

  async function take(body: unknown, reqId: string): Promise<void> {
    const word = readBotWord(body, needs.names)
    const ear = needs.ear()
    if (!word || !ear) return diary.warn({ door: 'bot line' }, 'a message of no known form')
    if (word.what === 'event' && word.event === 'enter_chat') {
      // Within five seconds, and worth no second try.
      await kept.line()?.ask(COMMANDS.welcome, { msgtype: 'text', text: { content: welcome(null) } }, reqId)
      return
    }
    if (word.what !== 'said' && word.what !== 'unreadable')
      return diary.info({ door: 'bot line', type: word.what === 'event' ? word.event : word.what }, 'not for us')
    const until = new Date(machine().getTime() + LINE_ANSWER_MS)
    await takeBotWord(word, { handle: reqId, until }, { ...needs, ear })
  }

  async function heard(body: unknown, reqId: string): Promise<void> {
    const from = machine()
    for (const ms of PATIENCE_MS) {
      await sleep(ms, undefined, { ref: false })
      try {
        return await take(body, reqId)
      } catch (thrown) {
        diary.fault('a message of the bot', thrown)
      }
    }
    await log.gap({ channel: 'wecom-bot', from, to: machine(), why: notKept })
  }

  const kept = keepLine({
    ...needs,
    url: needs.wsUrl,
    botId: needs.bot.id,
    secret: needs.bot.secret,
    heard: (body, reqId) => void heard(body, reqId).catch((thrown) => diary.fault('a message of the bot', thrown)),
    fault: diary.fault,
  })
  return kept
}
