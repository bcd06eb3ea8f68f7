import { tidy } from './tidy.ts'

/** 不对，是四社; 打错了; 应该是三社; 我说的是三社. */
const CUE = /^(?:不对|打错了?|说错了?|写错了?|发错了?|更正|错了)(?:了|哈|啊)?[,。:：\s]*/u
const IS = /^(?:应该是|我说的是|我是说|是)/u
/** …，不是五社. */
const NOT_THAT = /[,，。\s]*(?:而?不是|不在)[^,，。]{1,12}$/u
const LONGEST = 60
/** What may stand beside a place that is put right and tell nothing. */
const BESIDE = /[的那边里了啊呀哈吧,，。\s]|这个|那个/gu

export interface Correction {
  /** The words that take the place of what was said. */
  body: string
  /** Only where it is was wrong; the rest stands. */
  placeOnly: boolean
}

/** What somebody puts right of their own last words, or null. `placesIn` finds words of place. */
export function readCorrection(text: string, placesIn: (text: string) => readonly string[]): Correction | null {
  const said = tidy(text)
  if (said.length > LONGEST) return null
  const cue = CUE.exec(said)
  const afterCue = cue ? said.slice(cue[0].length) : said
  const body = afterCue.replace(NOT_THAT, '').replace(IS, '').trim()
  const isSaid = IS.test(afterCue) || NOT_THAT.test(afterCue)
  if (body === '' || !(cue || isSaid)) return null
  const places = placesIn(body)
  const rest = places.reduce((left, place) => left.replace(place, ''), body).replace(BESIDE, '')
  if (places.length > 0 && rest === '') return { body, placeOnly: true }
  return cue ? { body, placeOnly: false } : null
}

const NUMBERED = /(?:第)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:社|组|队)/u

/** The same words with another place: 三社路口的灯坏了 and 四社 make 四社路口的灯坏了. */
export function withPlace(text: string, places: readonly string[], place: string): string {
  if (NUMBERED.test(place) && NUMBERED.test(text)) return text.replace(NUMBERED, NUMBERED.exec(place)?.[0] ?? place)
  const [was] = places
  return was && text.includes(was) ? text.replace(was, place) : `${place}${text}`
}
