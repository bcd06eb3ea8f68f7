import { z } from 'zod'
import { withoutMention } from '../../domain/bot-name.ts'
import { type SharedKind, sharedLine } from '../../domain/shared.ts'
import { locationText } from '../../wording/wecom.ts'
import { withoutQuote } from '../without-quote.ts'

const Envelope = z.object({
  msgid: z.string().min(1).max(200),
  action: z.string().max(20),
  from: z.string().min(1).max(200),
  /** Empty one-to-one. */
  roomid: z.string().max(200).default(''),
  msgtime: z.coerce.number().positive(),
  msgtype: z.string().max(40),
})

/** Who said something where and when; what was said is read only where somebody agreed to it. */
export interface Envelope {
  id: string
  from: string
  room: string | null
  at: Date
  type: string
  isRecall: boolean
  body: unknown
}

/** Null where it is no message: a member was switched on or off, or a form that nobody here knows. */
export function readEnvelope(talk: string): Envelope | null {
  const body: unknown = JSON.parse(talk)
  const read = Envelope.safeParse(body)
  if (!read.success) return null
  const { msgid, action, from, roomid, msgtime, msgtype } = read.data
  return { id: msgid, from, room: roomid || null, at: new Date(msgtime), type: msgtype, isRecall: action === 'recall', body }
}

/** One message as it is heard. A message with words and pictures is several, as the AI bot tells it. */
export interface Heard {
  id: string
  text: string
  quote: { text: string } | null
  /** Pictures, and a voice, by what the archive calls them. */
  photos: readonly string[]
  voice: string | null
}

const File = z.object({ sdkfileid: z.string().min(1).max(4000) })
const Content = z.object({ content: z.string() })
const Title = z.object({ title: z.string().default(''), description: z.string().default('') })
const BODIES = {
  text: z.object({ text: Content }),
  markdown: z.object({ info: Content }),
  image: z.object({ image: File }),
  voice: z.object({ voice: File }),
  location: z.object({
    location: z.object({
      ...{ title: z.string().default(''), address: z.string().default('') },
      ...{ latitude: z.coerce.number(), longitude: z.coerce.number() },
    }),
  }),
  link: z.object({ link: Title }),
  mixed: z.object({ mixed: z.object({ item: z.array(z.object({ type: z.string(), content: z.unknown() })).max(100) }) }),
  revoke: z.object({ revoke: z.object({ pre_msgid: z.string().min(1).max(200) }) }),
} as const

/** What nobody here can open. */
const SHARED: Readonly<Record<string, SharedKind>> = {
  ...{ video: '视频', file: '文件', card: '名片', weapp: '小程序', chatrecord: '聊天记录', sphfeed: '视频号', redpacket: '红包' },
  ...{ external_redpacket: '红包' },
}

/** The id of the message that is taken back. */
export const recalledBy = ({ body }: Envelope): string | null => BODIES.revoke.safeParse(body).data?.revoke.pre_msgid ?? null

/** Empty where it is of no kind that is heard: a sticker, a vote, a calendar. `names`: what the bot is called. */
export function readHeard(envelope: Envelope, names: readonly string[]): Heard[] {
  const { id, type } = envelope
  const kind = SHARED[type]
  if (kind) return [{ id, text: sharedLine(kind), quote: null, photos: [], voice: null }]
  if (type === 'mixed') return mixed(envelope, names)
  const heard = single(type, envelope.body, names)
  return heard ? [{ id, ...heard }] : []
}

type Parts = Omit<Heard, 'id'>
const said = (text: string, more: Partial<Parts> = {}): Parts => ({ text, quote: null, photos: [], voice: null, ...more })

function single(type: string, body: unknown, names: readonly string[]): Parts | null {
  switch (type) {
    case 'text': {
      const typed = BODIES.text.safeParse(body).data?.text.content ?? ''
      const { text, quoted } = withoutQuote(typed)
      // Whoever calls the bot and says no more is heard as well.
      const words = withoutMention(text, names) || text.trim()
      return words === '' ? null : said(words, { quote: quoted === null ? null : { text: quoted } })
    }
    case 'markdown': {
      const text = BODIES.markdown.safeParse(body).data?.info.content.trim() ?? ''
      return text === '' ? null : said(text)
    }
    case 'image': {
      const file = BODIES.image.safeParse(body).data?.image.sdkfileid
      return file === undefined ? null : said('', { photos: [file] })
    }
    case 'voice': {
      const voice = BODIES.voice.safeParse(body).data?.voice.sdkfileid
      return voice === undefined ? null : said(sharedLine('语音'), { voice })
    }
    case 'location': {
      const at = BODIES.location.safeParse(body).data?.location
      const label = at && [...new Set([at.address, at.title].filter((it) => it.trim() !== '' && it !== '[位置]'))].join('，')
      return at ? said(sharedLine('位置', locationText(label ?? '', String(at.latitude), String(at.longitude)))) : null
    }
    case 'link': {
      const link = BODIES.link.safeParse(body).data?.link
      return link ? said(sharedLine('链接', [link.title, link.description].filter((it) => it !== '').join('，'))) : null
    }
    default:
      return null
  }
}

/** Its items hold what they are as JSON in a text. */
function mixed({ id, body }: Envelope, names: readonly string[]): Heard[] {
  const items = BODIES.mixed.safeParse(body).data?.mixed.item ?? []
  const parts = items.flatMap(({ type, content }) => {
    const inner = typeof content === 'string' ? parsed(content) : content
    return single(type, { [type]: inner, info: inner }, names) ?? []
  })
  const words = parts.filter((p) => p.text !== '')
  const text = words.map((p) => p.text).join('\n')
  const photos = parts.flatMap((p) => p.photos)
  return [
    ...(text === '' ? [] : [{ id, ...said(text, { quote: words.find((p) => p.quote)?.quote ?? null }) }]),
    ...photos.map((photo, n) => ({ id: `${id}#${n + 1}`, ...said('', { photos: [photo] }) })),
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { content: text }
  }
}
