import { createHash } from 'node:crypto'
import { partsOf } from '../domain/cut.ts'
import type { Conversation } from '../domain/notice.ts'
import { withoutMarkdown, withoutMarkup } from '../domain/plain.ts'
import type { Attached, NewPost } from '../ports/speech.ts'
import { fileByLink } from '../wording/files.ts'
import { kindOf, type Way } from './ways.ts'

/** What is to be said, before it is known in how many messages. */
export interface Saying {
  town: string
  conversation: Conversation
  /** The bot's Message. */
  message: string
  keys: readonly string[]
  text: string
  photos: readonly Attached[]
  /** People. */
  mentions: readonly string[]
  quote: string | null
  expiresAt: Date | null
}

/** The same for every attempt at the same thing; some platforms drop a second message with the same id. */
const postId = (town: string, message: string, channel: string, part: number): string =>
  createHash('sha256').update([town, message, channel, part].join('\n')).digest('hex').slice(0, 32)

/** A saying as platform messages of this way: the text in as many parts as it needs, then the picture or the file, or the way to it. Pure. */
export function postsOf(saying: Saying, { channel, externalId }: Way, writtenAt: Date): NewPost[] {
  const { bytes, markup, pictures, files } = kindOf(channel)
  const { town, message, text, quote, expiresAt, conversation } = saying
  const texts = text === '' ? [] : partsOf(markup === 'markdown' ? withoutMarkdown(text) : withoutMarkup(text), bytes)
  const pieces = [
    ...texts.map((piece, i) => ({ text: piece, photo: null, mentions: i === 0 ? [...saying.mentions] : [] })),
    ...saying.photos.flatMap(({ id, name, file }): Pick<NewPost, 'text' | 'photo' | 'mentions'>[] => {
      if (file ? files : pictures) return [{ text: '', photo: id, mentions: [] }]
      return file ? [{ text: fileByLink(name, file.link), photo: null, mentions: [] }] : []
    }),
  ]
  return pieces.map((piece, part) => ({
    ...{ id: postId(town, message, channel, part), message, part, keys: [...saying.keys], conversation, channel, externalId },
    ...piece,
    ...{ quote, expiresAt, writtenAt, state: channel === 'by-hand' ? 'confirm' : 'waiting' },
  }))
}
