import { createHash } from 'node:crypto'
import { sharedLine } from '../../../domain/shared.ts'
import { locationText } from '../../../wording/wecom.ts'

/** What a member wrote to the application, or what happened around it. */
export type AppWord =
  | { what: 'text'; id: string; from: string; text: string }
  | { what: 'photo' | 'voice'; id: string; from: string; media: string }
  /** The same key is the same event. */
  | { what: 'event'; event: string; key: string; fields: Texts }
  /** What happened to a suite of applications, told to its maker. */
  | { what: 'suite'; type: string }
  | { what: 'unknown'; type: string }

type Texts = Readonly<Record<string, string>>

/** Events have no id: who and when, and everything that tells two of them apart which share a second. */
const KEY = 'FromUserName CreateTime Event EventKey ChangeType ChatId UpdateDetail ExternalUserID UserID WelcomeCode OpenKfId Token'.split(
  ' ',
)

const keyOf = (fields: Texts): string =>
  createHash('sha256')
    .update(KEY.map((name) => fields[name] ?? '').join('\n'))
    .digest('hex')
    .slice(0, 32)

/** WeCom's names come in either case. Null: not a message of any kind. */
export function readAppWord(fields: Texts): AppWord | null {
  const type = fields.MsgType?.trim().toLowerCase()
  if (!type) return fields.InfoType ? { what: 'suite', type: fields.InfoType.slice(0, 40) } : null
  if (type === 'event') {
    const event = fields.Event?.trim().toLowerCase()
    return event ? { what: 'event', event, key: keyOf(fields), fields } : null
  }
  const id = fields.MsgId?.trim()
  const from = fields.FromUserName?.trim()
  if (!id || !from || !/^\d{1,20}$/u.test(id)) return null
  const said = (text: string): AppWord => ({ what: 'text', id, from, text })
  switch (type) {
    case 'text':
      return said(fields.Content ?? '')
    case 'location':
      return said(sharedLine('位置', locationText(fields.Label ?? '', fields.Location_X ?? '', fields.Location_Y ?? '')))
    case 'link':
      return said(sharedLine('链接', [fields.Title, fields.Description].filter(Boolean).join('，')))
    case 'image':
    case 'voice':
      return fields.MediaId ? { what: type === 'image' ? 'photo' : 'voice', id, from, media: fields.MediaId } : null
    case 'video':
    case 'shortvideo':
      return said(sharedLine('视频'))
    case 'file':
      return said(sharedLine('文件', fields.Title ?? fields.FileName ?? ''))
    default:
      return { what: 'unknown', type: type.slice(0, 40) }
  }
}
