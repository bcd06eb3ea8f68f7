import { BOT_NAMES } from '../domain/bot-name.ts'
import { plainWidth, visible } from '../domain/visible.ts'
import { isSetOff, withoutHead } from './marks.ts'

export interface Spoken {
  /** What was typed, untouched. */
  original: string
  text: string
  /** The bot was spoken to by name. */
  mentioned: boolean
}

const halfWidth = (text: string): string => plainWidth(text).replace(/(?<=\d)：(?=\d)/g, ':')
/** The box around a digit, what holds an emoji together, and the colour of its skin: 👌 is looked for in one form. */
const JOINTS = /\u20e3|\u200d|\ufe0f|\p{EMod}/gu

/** How WeChat writes its own signs into a text, as the signs they are. */
// biome-ignore format: a list to be read in rows
const STICKERS: Readonly<Record<string, string>> = {
  ok: '👌', 好的: '👌', 强: '👍', 赞: '👍', 弱: '👎', 胜利: '✌', 耶: '✌', 握手: '🤝', 抱拳: '🙏', 合十: '🙏', 敬礼: '🫡', 鼓掌: '👏',
  玫瑰: '🌹', 鲜花: '🌹', 爱心: '❤', 心: '❤', 拥抱: '🤗', 微笑: '🙂', 愉快: '😊', 呲牙: '😁', 憨笑: '😄', 偷笑: '🤭', 笑脸: '😄', 害羞: '😊',
  加油: '💪', 奋斗: '💪', 庆祝: '🎉', 礼物: '🎁', 红包: '🧧', 太阳: '☀', 咖啡: '☕', 嘿哈: '👌', 点头: '👌',
}
const STICKER = /\[(\p{Script=Han}{1,3}|ok)\]/giu
const asSigns = (text: string): string => text.replace(STICKER, (typed, name: string) => STICKERS[name.toLowerCase()] ?? typed)

/** 说事 进度, 说事，进度: the name without an @ calls the bot where it stands at the beginning and is set off. */
const calls = (text: string, name: string): boolean => text.startsWith(name) && (text === name || isSetOff(text.slice(name.length)))

/** Plain characters, single spaces, without the bot's name at either end. WeChat puts U+2005 behind a mention. */
export function normalise(typed: string, botNames: readonly string[] = BOT_NAMES): Spoken {
  let text = asSigns(halfWidth(visible(typed)))
    .replace(JOINTS, '')
    .replace(/\s+/g, ' ')
    .trim()
  let mentioned = false
  const names = [...botNames].sort((a, b) => b.length - a.length)
  for (let again = true; again; ) {
    again = false
    for (const name of names) {
      for (const mention of [`@${name}`, `@ ${name}`]) {
        if (text.startsWith(mention)) text = text.slice(mention.length)
        else if (calls(text, name)) text = text.slice(name.length)
        else if (text.endsWith(mention)) text = text.slice(0, -mention.length)
        else continue
        text = withoutHead(text).trimEnd()
        mentioned = true
        again = true
      }
    }
  }
  return { original: typed, text, mentioned }
}
