import { withoutMention } from '../../domain/bot-name.ts'
import { pictureKind } from '../../domain/picture-kind.ts'
import { sharedLine } from '../../domain/shared.ts'
import type { ChannelMessage } from '../../ports/hearing.ts'
import { voiceKind } from '../voice-kind.ts'
import { withoutQuote } from '../without-quote.ts'
import { readAppMessage } from './app-message.ts'
import { type BotMessage, KINDS, SHARED_KINDS } from './bot.ts'

/** Of what is passed on some puppets tell the title, others a path, a number or JSON. */
const PLAIN_WORDS = /^(?![<{[/]|https?:|[\w-]+$)[^\n]{1,200}/u
const MOST_BYTES = 12 * 1024 * 1024

type Media = Pick<ChannelMessage, 'photos' | 'voice'>
export const NO_MEDIA: Media = { photos: [] }

/** What puppets call a file is often wrong: a picture or a voice is what its bytes say. */
export async function mediaOf({ id, kind, file }: Pick<BotMessage, 'id' | 'kind' | 'file'>): Promise<Media> {
  if (kind !== KINDS.image && kind !== KINDS.audio) return NO_MEDIA
  const bytes = await file()
  if (bytes.length > MOST_BYTES) return NO_MEDIA
  const type = kind === KINDS.image ? pictureKind(bytes) : voiceKind(bytes)
  if (type === null) return NO_MEDIA
  const kept = { name: `${id}.${type.split('/')[1]}`, type, bytes }
  return kind === KINDS.image ? { photos: [kept] } : { photos: [], voice: kept }
}

/** From a bot's message to ours: the quote out of the text, the bot's names out of the rest. */
export function readWords(
  { kind, text }: Pick<BotMessage, 'kind' | 'text'>,
  quoted: { id: string; text: string } | null,
  names: readonly string[],
): Pick<ChannelMessage, 'text' | 'quote'> {
  // The text of a picture or a voice is the puppet's own XML or path.
  if (kind === KINDS.image || kind === KINDS.audio) return { text: '', quote: null }
  const app = readAppMessage(text)
  if (app?.quote) return { text: withoutMention(app.text, names), quote: quoted ? { externalId: quoted.id, text: quoted.text } : app.quote }
  if (app) return { text: withoutMention(app.text, names), quote: null }
  const shared = SHARED_KINDS[kind]
  if (shared) return { text: sharedLine(shared, PLAIN_WORDS.test(text) ? (text.split(/\n|:\//u)[0] ?? '').trim() : ''), quote: null }
  if (quoted) return { text: withoutMention(text, names), quote: { externalId: quoted.id, text: quoted.text } }
  const inline = withoutQuote(text)
  return { text: withoutMention(inline.text, names), quote: inline.quoted === null ? null : { text: inline.quoted } }
}
