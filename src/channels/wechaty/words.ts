/** What WeChat puts behind a name that was chosen from its list. */
const SEPARATOR = '\u2005'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')

/** The text without @-ing the bot, by any of its names; names may hold spaces. */
export function withoutMention(text: string, names: readonly string[]): string {
  const known = names.filter((n) => n.trim() !== '').toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return text.trim()
  const mention = new RegExp(`[@＠](?:${known.map(escaped).join('|')})(?:[${SEPARATOR}\\s]+|[，,。：:、]\\s*|$)`, 'gu')
  return text
    .replace(mention, '')
    .replace(new RegExp(`${SEPARATOR}`, 'gu'), ' ')
    .trim()
}

/** 「周大爷：路灯不亮」 over a line of dashes, then the answer: how puppets write a quote into the text. */
const QUOTE = /^[「“"]([^：:\n]{1,60})[：:]\s*([\s\S]*?)[」”"]\s*\n[-—－─\s]{3,}\n([\s\S]*)$/u

export function withoutQuote(text: string): { text: string; quoted: string | null } {
  const [, , quoted = '', answer = ''] = QUOTE.exec(text) ?? []
  return quoted.trim() === '' ? { text, quoted: null } : { text: answer.trim(), quoted: quoted.trim() }
}
