/** What the bot is called where nobody has said otherwise. */
export const BOT_NAMES: readonly string[] = ['说事机器人', '说事']

/** What WeChat puts behind a name that was chosen from its list. */
const CHOSEN = '\u2005'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
// @bottle does not call a bot named bot, nor 说事情 one named 说事; behind any other Chinese name people go on without a blank.
const LONGER = [
  [/[A-Za-z]$/u, '(?![A-Za-z])'],
  [/事$/u, '(?!情(?!况)|儿)'],
] as const
const whole = (name: string): string => escaped(name) + (LONGER.find(([end]) => end.test(name))?.[1] ?? '')

/**
 * The text without @-ing the bot by any of its names, wherever that stands and with or without a blank behind it; names may
 * hold blanks. Somebody else whose longer name begins like the bot's was chosen from the list, and has its mark behind it.
 */
export function withoutMention(text: string, names: readonly string[]): string {
  const known = names.filter((n) => n.trim() !== '').toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return text.trim()
  const others = `(?![^\\s${CHOSEN}@＠，,。：:、]{1,8}${CHOSEN})`
  const mention = new RegExp(`[@＠] ?(?:${known.map(whole).join('|')})${others}(?:[${CHOSEN}\\s]+|[，,。：:、！!]+\\s*|)`, 'gu')
  return text.replace(mention, '').replaceAll(CHOSEN, ' ').trim()
}
