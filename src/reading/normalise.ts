import { BOT_NAMES } from '../domain/bot-name.ts'

export interface Spoken {
  /** What was typed, untouched. */
  original: string
  text: string
  /** The bot was spoken to by name. */
  mentioned: boolean
}

const INVISIBLE = /[\u200B-\u200F\u2060-\u2064\uFEFF\u00AD]|\uFE0E|\uFE0F/g
// Half-width punctuation would look foreign in what is quoted back to people.
const CHINESE_PUNCTUATION = /[，！？：；（）…～]/

const halfWidth = (text: string): string =>
  Array.from(text, (c) => (CHINESE_PUNCTUATION.test(c) ? c : c.normalize('NFKC')))
    .join('')
    .replace(/(?<=\d)：(?=\d)/g, ':')

/** 说事 进度, 说事，进度: the name without an @ calls the bot where it stands at the beginning and is set off. */
const SET_OFF = /^[\s，,:：、]+|^$/u

/** Plain characters, single spaces, without the bot's name at either end. WeChat puts U+2005 behind a mention. */
export function normalise(typed: string, botNames: readonly string[] = BOT_NAMES): Spoken {
  let text = halfWidth(typed.replace(INVISIBLE, '')).replace(/\s+/g, ' ').trim()
  let mentioned = false
  const names = [...botNames].sort((a, b) => b.length - a.length)
  for (let again = true; again; ) {
    again = false
    for (const name of names) {
      for (const mention of [`@${name}`, `@ ${name}`]) {
        if (text.startsWith(mention)) text = text.slice(mention.length)
        else if (text.startsWith(name) && SET_OFF.test(text.slice(name.length))) text = text.slice(name.length)
        else if (text.endsWith(mention)) text = text.slice(0, -mention.length)
        else continue
        text = text.replace(/^[\s，,:：、]+/, '').trimEnd()
        mentioned = true
        again = true
      }
    }
  }
  return { original: typed, text, mentioned }
}
