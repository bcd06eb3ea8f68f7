import { wordsBeside } from '../reading/named-words.ts'
import { tidy } from './tidy.ts'

const named = wordsBeside(import.meta.url, 'correction')

const LEAD = '(?:(?:哎呀?|哦|噢|啊|嗯|唉|呀|额|那个)[,，。\\s]*)*'
/** 不对，是四社; 打错字了; 哎说错了; 口误; 刚才那个写错了. */
const CUE = new RegExp(
  `^${LEAD}(?:我)?(?:刚刚?才?|前面|前头|上面|方才)?(?:那个)?(?:地方|位置|名字|字)?(?:(?:不对)+(?:不对)*|(?:打|说|写|发|讲|记|输)(?:字)?(?:错|岔|混|快|反)(?:字|地方|位置)?了?|(?:写|打|说)成[^,，。是]{1,8}了|有?错别?字|更正(?:一下|下)?|错了|哦不|不不|口误)[了哈啊哦呀的,，。:：\\s]*`,
  'u',
)
/** 我说的是, 刚说的是: the same without owning to a mistake. */
const MEANT = new RegExp(`^${LEAD}(?:我)?(?:刚刚?才?|前面|上面)?(?:想)?(?:说|指|讲)的?(?:就)?是`, 'u')
const IS = /^(?:应该|就|那)?是/u
/** 不是三社 是四社. */
const NOT_THIS_BUT = /^(?:啊|哎|嗯|哦|[,，\s])*(?:而?不是|不在)([^,，。是\s]{1,12})[,，。\s]*(?:是|在|而是|应该是)(.{1,20})$/u
/** 是四社，不是三社; 水渠不是水井. */
const NOT_THAT = /^(?:应该是|就是|是|在)?([^,，。]{1,20}?)[,，。\s]*(?:而?不是|不在)([^,，。]{1,12})$/u
/** 路等是路灯. */
const READS = /^([^,，。\s]{2,6})(?:是|应为|改成)([^,，。\s]{2,6})$/u
const LONGEST = 60
/** What may stand beside a place that is put right and tell nothing. */
const BESIDE = named('beside', 'anywhere', 'gu')
/** 戏台子下头那个: a place by how it is said, be it on no map. */
const BY_SIDE =
  /^(.{1,8}?(?:下|上|前|后|里|外)(?:面|头|边)|.{1,8}?(?:跟前|旁边|边上|底下|对面|背后|门口|路口|拐弯|那边|那里|桥头))(?:那个|那里|那段|的)?$/u
const TRAILS = /(?:那个|那里|那段|的|那边|啊|呀|哈|哦|吧)+$/u

export interface Correction {
  /** The words that take the place of what was said. */
  body: string
  /** What it was not, where that is said. */
  wrong: string | null
  /** Only where it is was wrong; the rest stands. */
  placeOnly: boolean
  /** It is said to be a correction; without that it is one only of words that were said. */
  owned: boolean
}

/** What is left beside the places named is nothing. */
function isPlace(body: string, placesIn: (text: string) => readonly string[]): boolean {
  const places = placesIn(body)
  const rest = places.reduce((left, place) => left.replace(place, ''), body).replace(BESIDE, '')
  return (places.length > 0 && rest === '') || BY_SIDE.test(body)
}

/** What somebody puts right of their own last words, or null. `placesIn` finds words of place. */
export function readCorrection(text: string, placesIn: (text: string) => readonly string[]): Correction | null {
  const said = tidy(text)
  if (said.length > LONGEST) return null
  const cue = CUE.exec(said)
  const meant = cue ? null : MEANT.exec(said)
  const rest = said.slice((cue ?? meant)?.[0].length ?? 0).trim()
  if (rest === '') return null
  const found = (body: string, wrong: string | null): Correction | null => {
    const words = body.replace(IS, '').trim()
    return words === '' ? null : { body: words, wrong, placeOnly: isPlace(words, placesIn), owned: cue !== null }
  }
  const turned = NOT_THIS_BUT.exec(rest)
  if (turned?.[1] && turned[2]) return found(turned[2], turned[1])
  const not = NOT_THAT.exec(rest)
  if (not?.[1] && not[2]) return found(not[1], not[2])
  const reads = cue ? READS.exec(rest) : null
  if (reads?.[1] && reads[2] && !/^(?:应该|那个|这个|刚才)/u.test(reads[1])) return found(reads[2], reads[1])
  if (!cue && !meant && !IS.test(rest)) return null
  const plain = found(rest, null)
  return cue || plain?.placeOnly ? plain : null
}

const NUMBERED = /(?:第)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:社|组|队)/u

/** The same words with another place: 三社路口的灯坏了 and 四社 make 四社路口的灯坏了. */
export function withPlace(text: string, places: readonly string[], place: string): string {
  if (NUMBERED.test(place) && NUMBERED.test(text)) return text.replace(NUMBERED, place.replace(TRAILS, ''))
  const [was] = places
  return was && text.includes(was) ? text.replace(was, place) : `${place}${text}`
}

/** The one run of so many characters that shares some with what it ought to be: 路等 for 路灯. */
function misspelt(told: string, body: string): string | null {
  const size = body.length
  if (size < 2 || size > 4 || told.includes(body)) return null
  const runs = Array.from({ length: Math.max(0, told.length - size + 1) }, (_, i) => told.slice(i, i + size))
  const near = runs.filter((run) => [...run].filter((c, i) => c === body[i]).length >= size - 1)
  return near.length === 1 ? (near[0] ?? null) : null
}

/**
 * What was told, put right; what was not corrected stays. Null: there is nothing in it to put right by these words. `isTold`:
 * whether words tell a matter by themselves, and so take the place of all.
 */
export function putRight(
  told: string,
  { body, wrong, placeOnly, owned }: Correction,
  placesIn: (text: string) => readonly string[],
  isTold: (words: string) => boolean,
): string | null {
  const words = body.replace(TRAILS, '') || body
  const was = wrong?.replace(TRAILS, '') ?? null
  if (was && told.includes(was)) return told.replace(was, words)
  if (placeOnly) return owned || was === null || NUMBERED.test(was) ? withPlace(told, placesIn(told), words) : null
  if (!owned) return null
  const slip = misspelt(told, words)
  if (slip) return told.replace(slip, words)
  if (!isTold(body)) return null
  const [place] = placesIn(told)
  return place && placesIn(body).length === 0 ? `${place}${body}` : body
}
