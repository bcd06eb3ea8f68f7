import { z } from 'zod'
import { type SharedKind, sharedLine } from '../../domain/shared.ts'
import { locationText } from '../../wording/wecom.ts'

/** One item of a customer service account's list. */
export type KfWord =
  | { what: 'text'; id: string; from: string; text: string }
  | { what: 'photo' | 'voice'; id: string; from: string; media: string }
  /** Somebody opened the chat; `welcome` opens it for one word of ours within twenty seconds. */
  | { what: 'entered'; id: string; from: string; scene: string | null; welcome: string | null }
  /** A customer took a message back; the id is that message's. */
  | { what: 'recalled'; id: string }
  | { what: 'unknown'; type: string }

const CUSTOMER = 3
/** What nobody here can open. */
const SHARED: Readonly<Record<string, SharedKind>> = {
  ...{ video: '视频', file: '文件', business_card: '名片', miniprogram: '小程序', merged_msg: '聊天记录', channels: '视频号' },
}

const Media = z.object({ media_id: z.string().min(1) })
const Item = z.object({
  msgid: z.string().min(1).max(200),
  external_userid: z.string().min(1).max(200).optional(),
  send_time: z.number(),
  origin: z.number().optional(),
  msgtype: z.string().max(40),
  text: z.object({ content: z.string() }).optional(),
  image: Media.optional(),
  voice: Media.optional(),
  location: z
    .object({ name: z.string().default(''), address: z.string().default(''), latitude: z.number(), longitude: z.number() })
    .optional(),
  link: z.object({ title: z.string().default(''), desc: z.string().default('') }).optional(),
  event: z
    .object({
      event_type: z.string().max(60),
      external_userid: z.string().min(1).max(200).optional(),
      scene: z.string().optional(),
      scene_param: z.string().max(400).optional(),
      welcome_code: z.string().optional(),
      recall_msgid: z.string().min(1).max(200).optional(),
    })
    .optional(),
})

export const KfPage = z.object({
  msg_list: z.array(z.unknown()).default([]),
  next_cursor: z.string().default(''),
  has_more: z.number().default(0),
})

/** With when it was said. Null: not an item of any kind. */
export function readKfItem(item: unknown): { word: KfWord; at: Date } | null {
  const read = Item.safeParse(item)
  if (!read.success) return null
  const word = wordOf(read.data)
  return { word, at: new Date(read.data.send_time * 1000) }
}

function wordOf({ msgid: id, external_userid, origin, msgtype, text, image, voice, location, link, event }: z.infer<typeof Item>): KfWord {
  const unknown = (type: string): KfWord => ({ what: 'unknown', type })
  if (msgtype === 'event') {
    if (event?.event_type === 'user_recall_msg' && event.recall_msgid) return { what: 'recalled', id: event.recall_msgid }
    const from = event?.external_userid ?? external_userid
    if (event?.event_type !== 'enter_session' || from === undefined) return unknown(event?.event_type ?? msgtype)
    // A code of our own on the link says more than the place where it was shown.
    const scene = event.scene_param || event.scene || null
    return { what: 'entered', id, from, scene, welcome: event.welcome_code ?? null }
  }
  // What servicers say to residents is not for us.
  if (external_userid === undefined || (origin !== undefined && origin !== CUSTOMER)) return unknown(msgtype)
  const from = external_userid
  if (text) return { what: 'text', id, from, text: text.content }
  if (image) return { what: 'photo', id, from, media: image.media_id }
  if (voice) return { what: 'voice', id, from, media: voice.media_id }
  if (location) {
    const label = [location.name, location.address].filter((it) => it !== '').join('，')
    return { what: 'text', id, from, text: sharedLine('位置', locationText(label, String(location.latitude), String(location.longitude))) }
  }
  if (link) return { what: 'text', id, from, text: sharedLine('链接', [link.title, link.desc].filter((it) => it !== '').join('，')) }
  const kind = SHARED[msgtype]
  return kind ? { what: 'text', id, from, text: sharedLine(kind) } : unknown(msgtype)
}
