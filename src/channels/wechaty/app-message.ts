import { type SharedKind, sharedLine } from '../../domain/shared.ts'
import { RECALL } from './bot.ts'

/** What a message of WeChat's own XML says: words with a quote, or something that was passed on. */
export type AppMessage = { text: string; quote: { externalId?: string; text?: string } | null }

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const decoded = (text: string): string =>
  text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/giu, (_, name?: string, decimal?: string, hex?: string) =>
    name
      ? (ENTITIES[name.toLowerCase()] ?? '')
      : String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16))),
  )

/** The text of the first element of a name. */
function inside(xml: string, name: string): string {
  const [, words = ''] = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'u').exec(xml) ?? []
  const [, cdata] = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/u.exec(words) ?? []
  return (cdata ?? decoded(words)).trim()
}
const attribute = (xml: string, name: string): string => decoded(new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(xml)?.[1] ?? '').trim()

/** Numbers of WeChat's own. */
const KINDS: Readonly<Record<string, SharedKind>> = {
  ...{
    3: '链接',
    4: '链接',
    5: '链接',
    6: '文件',
    19: '聊天记录',
    24: '聊天记录',
    33: '小程序',
    36: '小程序',
    51: '视频号',
    63: '视频号',
    74: '文件',
  },
  ...{ 2000: '转账', 2001: '红包' },
}
const QUOTE = '57'
const DEPTH = 3

/** What a quoted message says, which may be XML once more. */
function quotedWords(content: string, depth = 0): string {
  const inner = depth < DEPTH ? readAppMessage(content, depth + 1) : null
  return inner ? inner.text : content.replace(/<br\s*\/?>/giu, '\n').trim()
}

/** Null where the text is no XML of WeChat's. */
export function readAppMessage(typed: string, depth = 0): AppMessage | null {
  // Some puppets put it into the text with its marks escaped, or behind the sender's id.
  const text = /^\s*(?:[\w@-]{1,80}:\s*(?:<br\s*\/?>)?\s*)?&lt;(?:\?xml|msg|appmsg)/u.test(typed) ? decoded(typed) : typed
  const xml = /^\s*(?:[\w@-]{1,80}:\s*(?:<br\s*\/?>)?\s*)?(<(?:\?xml|msg|appmsg|sysmsg)[\s>][\s\S]*)$/u.exec(text)?.[1]
  if (xml === undefined) return null
  if (/<location\s/u.test(xml)) {
    const place = [attribute(xml, 'label'), attribute(xml, 'poiname')].filter((it) => it !== '' && it !== '[位置]')
    return {
      text: sharedLine('位置', [...new Set(place)].join('，') || `北纬${attribute(xml, 'x')}，东经${attribute(xml, 'y')}`),
      quote: null,
    }
  }
  if (/<videomsg\s/u.test(xml)) return { text: sharedLine('视频'), quote: null }
  if (/<appmsg[\s>]/u.test(xml)) {
    const own = xml.replace(/<refermsg[\s>][\s\S]*<\/refermsg>/u, '')
    const title = inside(own, 'title')
    const type = inside(own, 'type')
    if (type !== QUOTE)
      return { text: sharedLine(KINDS[type] ?? '链接', [title, inside(own, 'des')].filter((it) => it !== '').join('，')), quote: null }
    const quoted = /<refermsg[\s>][\s\S]*<\/refermsg>/u.exec(xml)?.[0] ?? ''
    const words = quotedWords(inside(quoted, 'content'), depth)
    const id = inside(quoted, 'svrid')
    const quote = { ...(id !== '' && { externalId: id }), ...(words !== '' && { text: words }) }
    return { text: title, quote: Object.keys(quote).length === 0 ? null : quote }
  }
  if (/\snickname="/u.test(xml)) return { text: sharedLine('名片', attribute(xml, 'nickname')), quote: null }
  return null
}

/** The id of the message that was taken back: all of the text, or in WeChat's own words. Null where it is no such thing. */
export function readRecall(kind: number, text: string): string | null {
  const xml = /<revokemsg[\s>][\s\S]*<\/revokemsg>/u.exec(/&lt;revokemsg/u.test(text) ? decoded(text) : text)?.[0]
  if (xml !== undefined) return inside(xml, 'newmsgid') || inside(xml, 'msgid') || null
  return kind === RECALL && /^[^\s<>{}]{1,200}$/u.test(text.trim()) ? text.trim() : null
}
