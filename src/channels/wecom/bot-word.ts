import { z } from 'zod'
import { BOT_NAMES, withoutMention as withoutOurMention } from '../../domain/bot-name.ts'

/** A picture as the AI bot tells of it: valid for five minutes, its bytes encrypted. Null key: the one of the callback. */
export interface BotPicture {
  url: string
  aesKey: string | null
}

/** Where something was said: in a group by somebody, or one-to-one. Ids of chats are exact, case included. */
export interface BotPlace {
  user: string
  chat: string | null
}

export type BotWord =
  | {
      what: 'said'
      id: string
      place: BotPlace
      text: string
      /** With the mention. */
      typed: string
      quote: string | null
      pictures: BotPicture[]
      responseUrl: string | null
    }
  | { what: 'unreadable'; kind: '视频' | '文件'; id: string; place: BotPlace; responseUrl: string | null }
  | { what: 'event'; event: string; place: BotPlace | null }
  /** The platform asks for more of an answer that comes in pieces. */
  | { what: 'stream'; stream: string }
  | { what: 'unknown'; type: string }

/** A part that has changed its shape does not take the rest of the message with it. */
const part = <T extends z.ZodType>(of: T) => of.optional().catch(undefined)

const Words = z.object({ content: z.string() })
const File = z.object({ url: z.url(), aeskey: z.string().min(1).optional() })
const Item = z.object({ text: part(Words), image: part(File) })
const Body = {
  msgtype: z.string().min(1).max(40),
  text: part(Words),
  voice: part(Words),
  image: part(File),
  mixed: part(z.object({ msg_item: z.array(Item) })),
}
const BotBody = z.object({
  ...Body,
  msgid: z.string().min(1).max(200).optional(),
  chatid: z.string().min(1).max(200).optional(),
  chattype: z.string().optional(),
  // A company is named where the sender belongs to another than the bot.
  from: z.object({ userid: z.string().min(1).max(200), corpid: z.string().min(1).max(64).optional() }).optional(),
  response_url: part(z.url()),
  quote: part(z.object(Body)),
  stream: z.object({ id: z.string() }).optional(),
  event: z.object({ eventtype: z.string().max(60) }).optional(),
})
type Said = z.infer<z.ZodObject<typeof Body>>

const textOf = (it: Said): string =>
  [it.text?.content, it.voice?.content, ...(it.mixed?.msg_item.map((i) => i.text?.content) ?? [])].filter((t) => t !== undefined).join('\n')

const picturesOf = (it: Said): BotPicture[] =>
  [it.image, ...(it.mixed?.msg_item.map((i) => i.image) ?? [])].flatMap((f) => (f ? [{ url: f.url, aesKey: f.aeskey ?? null }] : []))

/** What may well be a name and tells nothing else: 二社水管爆了 behind an @ is what somebody says. */
const NAME = /^[\p{L}\p{N}_.·-]{1,12}$/u
const TELLS = /[了不没坏爆漏停断塌倒]|[一二三四五六七八九十\d][社组村队号]/u
const isName = (it: string): boolean => NAME.test(it) && !TELLS.test(it)

/**
 * Without the mention that brought it here. A bot that is called otherwise than we were told is still the leading mention, or
 * the only one, where it is plainly a name; what cannot be cut off stays.
 */
export function withoutMention(text: string, names: readonly string[] = BOT_NAMES): string {
  const ours = withoutOurMention(text, names)
  if (ours !== text.trim()) return ours
  const leading = /^[@＠]([^\s@＠]{1,40})\s+(?=\S)/u.exec(ours)
  if (leading?.[1] && isName(leading[1])) return ours.slice(leading[0].length)
  const all = [...ours.matchAll(/(?:^|\s)[@＠]([^\s@＠]{1,40})(?=\s|$)/gu)]
  const [only] = all
  return all.length === 1 && only?.[1] && isName(only[1]) ? ours.replace(only[0], '').trim() || ours : ours
}

/** Each company gives its own ids: somebody else's 王芳 must not become ours. */
const userOf = ({ userid, corpid }: { userid: string; corpid?: string | undefined }): string =>
  corpid === undefined ? userid : `${corpid}/${userid}`

/** The same body by URL and by long connection. Null: nothing of the kind. */
export function readBotWord(body: unknown, names: readonly string[] = BOT_NAMES): BotWord | null {
  const read = BotBody.safeParse(body)
  if (!read.success) return null
  const { msgtype, msgid: id, chatid, chattype, from, quote, response_url, stream, event } = read.data
  const chat = chattype === 'group' ? (chatid ?? null) : null
  const place = from && from.userid !== 'sys' && (chattype !== 'group' || chat !== null) ? { user: userOf(from), chat } : null
  if (msgtype === 'event') return event ? { what: 'event', event: event.eventtype.toLowerCase(), place } : null
  if (msgtype === 'stream') return stream ? { what: 'stream', stream: stream.id } : null
  const responseUrl = response_url ?? null
  // Who said it or where is missing: the platform's own words.
  if (id === undefined || !place) return { what: 'unknown', type: msgtype }
  if (msgtype === 'file' || msgtype === 'video')
    return { what: 'unreadable', kind: msgtype === 'video' ? '视频' : '文件', id, place, responseUrl }
  if (!['text', 'voice', 'image', 'mixed'].includes(msgtype)) return { what: 'unknown', type: msgtype }
  const said = textOf(read.data)
  return {
    what: 'said',
    id,
    place,
    text: chat === null ? withoutOurMention(said, names) : withoutMention(said, names),
    typed: said.trim(),
    quote: quote ? textOf(quote) || null : null,
    // Whoever quotes a picture and calls the bot means that picture.
    pictures: [...picturesOf(read.data), ...(quote ? picturesOf(quote) : [])],
    responseUrl,
  }
}
