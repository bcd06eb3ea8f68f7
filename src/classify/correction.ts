import { wordsBeside } from '../reading/named-words.ts'
import { tidy } from './tidy.ts'

const named = wordsBeside(import.meta.url, 'correction')
/** 不对，是四社; 打错字了; 哎说错了; 口误; 刚才那个写错了. */
const CUE = named('cue')
/** 我说的是, 刚说的是: the same without owning to a mistake. */
const MEANT = named('meant')
const IS = named('is', 'start')
/** 不是三社 是四社. */
const NOT_THIS_BUT = named('not-this-but')
/** 是四社，不是三社; 水渠不是水井. */
const NOT_THAT = named('not-that')
/** 路等是路灯. */
const READS = named('reads')
/** 应该是: what reads so names nothing. */
const NO_THING = named('no-thing', 'start')
const LONGEST = 60
/** What may stand beside a place that is put right and tell nothing. */
const BESIDE = named('beside', 'anywhere', 'gu')
/** 戏台子下头那个: a place by how it is said, be it on no map. */
const BY_SIDE = named('by-side')
const TRAILS = named('trails')

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
  if (reads?.[1] && reads[2] && !NO_THING.test(reads[1])) return found(reads[2], reads[1])
  if (!cue && !meant && !IS.test(rest)) return null
  const plain = found(rest, null)
  return cue || plain?.placeOnly ? plain : null
}

const NUMBERED = /(?:第)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:社|组|队)/u

/** The same words with another place: 三社路口的灯坏了 and 四社 make 四社路口的灯坏了. */
function withPlace(text: string, places: readonly string[], place: string): string {
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
