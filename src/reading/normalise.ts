import { BOT_NAMES } from '../domain/bot-name.ts'
import { plainWidth, visible } from '../domain/visible.ts'

export interface Spoken {
  /** What was typed, untouched. */
  original: string
  text: string
  /** The bot was spoken to by name. */
  mentioned: boolean
}

const halfWidth = (text: string): string => plainWidth(text).replace(/(?<=\d)：(?=\d)/g, ':')
/** The box around a digit, and what holds an emoji together: 👌 is looked for in one form. */
const JOINTS = /\u20e3|\u200d|\ufe0f/gu

/** 说事 进度, 说事，进度: the name without an @ calls the bot where it stands at the beginning and is set off. */
const SET_OFF = /^[\s，,:：、]+|^$/u

/** Plain characters, single spaces, without the bot's name at either end. WeChat puts U+2005 behind a mention. */
export function normalise(typed: string, botNames: readonly string[] = BOT_NAMES): Spoken {
  let text = halfWidth(visible(typed)).replace(JOINTS, '').replace(/\s+/g, ' ').trim()
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
