import { wordsBeside } from '../reading/named-words.ts'

const words = wordsBeside(import.meta.url, 'plain-chat')

/** What a whole message may be and still say nothing that anybody could take up. */
// biome-ignore format: a table, one idea a row
const PHRASES = words('phrases')

const NOTICES = words('notices')

const SIGNS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu
const STICKERS = /\[[\p{Script=Han}A-Za-z]{1,6}\]/gu

/** Greetings, thanks, 收到, +1, laughter; emoji and stickers alone; nothing at all. */
export function isPlainlyChat(text: string): boolean {
  const said = text.replace(STICKERS, '').replace(SIGNS, '').replace(/@\S+/gu, '')
  const parts = said.split(/[\s\p{P}~～^]+/u).filter((p) => p !== '' && p !== '+')
  return parts.every((part) => PHRASES.test(part))
}

/** Notices, sign-up lists, links and advertisements passed on. */
export const looksLikeNotice = (text: string): boolean => NOTICES.test(text)
