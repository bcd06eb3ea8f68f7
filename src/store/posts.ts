import { createHash } from 'node:crypto'
import { partsOf } from '../domain/cut.ts'
import { withoutMarkdown, withoutMarkup } from '../domain/plain.ts'
import type { Place } from '../ports/store.ts'
import type { Transaction } from './transaction.ts'
import { kindOf, type Way } from './ways.ts'

/** What is to be said, before it is known in how many messages. */
export interface Saying {
  /** The bot's Message. */
  message: string
  keys: readonly string[]
  text: string
  photos: readonly { id: string }[]
  /** People. */
  mentions: readonly string[]
  quote: string | null
  expiresAt: Date | null
}

/** The same for every attempt at the same thing; some platforms drop a second message with the same id. */
const postId = (town: string, message: string, channel: string, part: number): string =>
  createHash('sha256').update([town, message, channel, part].join('\n')).digest('hex').slice(0, 32)

/** Writes a saying as platform messages of this way: the text in as many parts as it needs, then the picture. */
export async function writePosts(tx: Transaction, place: Place, way: Way, saying: Saying, machine: Date): Promise<void> {
  const { bytes, markup, pictures } = kindOf(way.channel)
  const texts = saying.text === '' ? [] : partsOf(markup === 'markdown' ? withoutMarkdown(saying.text) : withoutMarkup(saying.text), bytes)
  const pieces = [
    ...texts.map((text, i) => ({ text, photoId: null, mentions: i === 0 ? [...saying.mentions] : [] })),
    ...(pictures ? saying.photos : []).map(({ id }) => ({ text: '', photoId: id, mentions: [] })),
  ]
  await tx.post.createMany({
    data: pieces.map((piece, part) => ({
      townId: place.town,
      id: postId(place.town, saying.message, way.channel, part),
      messageId: saying.message,
      part,
      keys: [...saying.keys],
      conversation: place.conversation,
      channel: way.channel,
      externalId: way.externalId,
      ...piece,
      quoteId: saying.quote,
      expiresAt: saying.expiresAt,
      state: way.channel === 'by-hand' ? 'confirm' : 'waiting',
      retryAt: machine,
      writtenAt: machine,
    })),
    skipDuplicates: true,
  })
}
