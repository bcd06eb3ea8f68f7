import { randomBytes } from 'node:crypto'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Answers } from '../../ports/answers.ts'
import { welcome } from '../../wording/wecom.ts'
import { type BotWord, readBotWord } from './bot-word.ts'
import { type Door, jsonEnvelope, jsonOf } from './callback/doors.ts'
import { type CallbackKeys, seal } from './callback/sealed.ts'
import type { Diary } from './diary.ts'
import type { Ear } from './ear.ts'

/** An address for an answer opens for an hour, a request id of the long connection for a day; a little less is sure. */
const URL_ANSWER_MS = 58 * MINUTE_MS
export const LINE_ANSWER_MS = 23 * 60 * MINUTE_MS

interface Needs {
  ear: Pick<Ear, 'toBot'>
  answers: Pick<Answers, 'keep'>
  diary: Diary
  machine(): Date
  added(): void
  /** What the bot is called. */
  names?: readonly string[] | undefined
}

/** Takes what was said to the bot, and keeps how it may be answered where it was one of ours. */
export async function takeBotWord(
  word: BotWord & { what: 'said' | 'unreadable' },
  handle: { handle: string; until: Date } | null,
  { ear, answers, added }: Pick<Needs, 'ear' | 'answers' | 'added'>,
): Promise<void> {
  const { id, place } = word
  const keep = async (): Promise<void> => {
    if (handle) await answers.keep({ channel: 'wecom-bot', message: id, place: place.chat ?? place.user, ...handle })
  }
  // Alone with somebody it is kept first: the way their answer goes may be asked for as soon as they are heard.
  if (place.chat === null) await keep()
  if ((await ear.toBot(word)) === 'received' && place.chat !== null) await keep()
  added()
}

/** The AI bot's callback by URL. */
export function botDoor(path: string, keys: CallbackKeys, needs: Needs): Door<BotWord> {
  const { diary, machine } = needs
  const reply = (body: object): string =>
    JSON.stringify(
      seal(keys, JSON.stringify(body), {
        timestamp: String(Math.floor(machine().getTime() / 1000)),
        nonce: randomBytes(8).toString('hex'),
        random: randomBytes(16),
      }),
    )
  return {
    path,
    keys,
    envelope: jsonEnvelope,
    read: (message) => readBotWord(jsonOf(message), needs.names),
    async take(word) {
      if (word.what === 'said' || word.what === 'unreadable') {
        const until = new Date(machine().getTime() + URL_ANSWER_MS)
        await takeBotWord(word, word.responseUrl === null ? null : { handle: word.responseUrl, until }, needs)
        return null
      }
      // Answers never come in pieces here: what is asked for more of is over.
      if (word.what === 'stream') return reply({ msgtype: 'stream', stream: { id: word.stream, finish: true, content: '' } })
      if (word.what === 'event' && word.event === 'enter_chat') return reply({ msgtype: 'text', text: { content: welcome(null) } })
      diary.info({ door: path, type: word.what === 'event' ? word.event : word.type }, 'not for us')
      return null
    },
  }
}
