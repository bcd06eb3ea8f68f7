import { sharedLine } from '../../domain/shared.ts'
import type { Errands } from '../../ports/errands.ts'
import type { Caller } from '../../ports/greeter.ts'
import type { ChannelMessage, Hearing } from '../../ports/hearing.ts'
import type { BotPicture, BotWord } from './bot-word.ts'
import { withoutControls } from './callback/flat-xml.ts'

export type Hear = Hearing['hear']

/** A picture or a voice as an errand: where its bytes are, and whose message they become. */
export interface Fetching {
  message: Pick<ChannelMessage, 'channel' | 'id'> & { from: string; group: string | null }
  media: { by: 'app' | 'kf'; id: string } | ({ by: 'url' } & BotPicture)
}

interface Needs {
  hear: Hear
  recalled: Hearing['recalled']
  errands: Pick<Errands, 'add'>
  machine(): Date
}

/** What the database cannot hold, and half of what makes a character. */
const tidied = (text: string): string => withoutControls(text).toWellFormed()

export const messageOf = ({ channel, id, from, group }: Fetching['message'], text: string): ChannelMessage => ({
  channel,
  id,
  sender: { externalId: from, name: null, phone: null },
  group: group === null ? null : { externalId: group, name: null },
  text: tidied(text),
  quote: null,
  photos: [],
})

type OneToOne = { what: 'text'; id: string; text: string } | { what: 'photo' | 'voice'; id: string; media: string }

export interface Ear {
  /** Somebody took a message back. */
  recalled: Hearing['recalled']
  /** What somebody said to the application or to customer service. Durable when it resolves. */
  oneToOne(caller: Caller, by: 'app' | 'kf', word: OneToOne): Promise<void>
  /** What was said to the AI bot; whether it is one of ours. */
  toBot(word: BotWord & { what: 'said' | 'unreadable' }): Promise<'received' | 'not-ours'>
}

export function earOf({ hear, recalled, errands, machine }: Needs): Ear {
  const fetch = (what: 'photo' | 'voice', fetching: Fetching) =>
    errands.add({ key: `${what}:${fetching.message.channel}:${fetching.message.id}`, what, body: { ...fetching } }, machine())
  return {
    recalled,
    async oneToOne(caller, by, word) {
      const message = { channel: caller.channel, id: word.id, from: caller.externalId, group: null }
      if (word.what === 'text') await hear(messageOf(message, word.text))
      else await fetch(word.what, { message, media: { by, id: word.media } })
    },
    async toBot(word) {
      const { user: from, chat: group } = word.place
      const message = { channel: 'wecom-bot' as const, id: word.id, from, group }
      if (word.what === 'unreadable') {
        // Only one-to-one can a file reach it.
        if (group !== null) return 'not-ours'
        return hear(messageOf(message, sharedLine(word.kind)))
      }
      // Whoever quotes a neighbour and only calls the bot means what is quoted.
      // Whoever calls it and says no more is heard as well.
      const text = word.text || (word.pictures.length === 0 ? word.quote || word.typed : '')
      const quote = word.text && word.quote ? { text: tidied(word.quote) } : null
      const heard = text === '' ? 'received' : await hear({ ...messageOf(message, text), quote })
      // Pictures come a moment later, as messages of their own beside the words.
      if (heard === 'received')
        for (const [n, picture] of word.pictures.entries())
          await fetch('photo', { message: { ...message, id: `${word.id}#${n + 1}` }, media: { by: 'url', ...picture } })
      return heard
    },
  }
}
