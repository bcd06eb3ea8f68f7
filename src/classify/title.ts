import type { Danger, Kind, Sensitivity } from '../domain/judgement.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { dangerPhrase, heardPhrase, untoldPhrase, usualPhrase, villagePhrase } from '../wording/titles/titles.ts'
import { tellingClause } from './title-clause.ts'
import { placeAloud } from './title-place.ts'

const said = wordsBeside(import.meta.url, 'title')

/** What a phone shows in one line, and what an ear keeps. */
const LONGEST_TITLE = 16

export interface Titled {
  text: string
  kind: Kind
  duty: string | null
  /** The short name of the duty on the township's list. */
  short: string | null
  danger: Danger | null
  sensitivity: Sensitivity | null
  places: readonly string[]
  /** Words of the duty list that stand in the text. */
  words: readonly string[]
}

const lengthOf = (s: string): number => Array.from(s).length

const AT_SCHOOL = said('at-school', 'end')

/** 三社 and 路灯不亮 are one phrase; 卫生室 and 卫生室没人 need no place; what is too long does without. */
function joined(place: string, phrase: string): string {
  if (AT_SCHOOL.test(place) && phrase.startsWith('学校')) return joined(place, phrase.slice('学校'.length))
  if (place === '' || phrase.startsWith(place)) return phrase
  for (let shared = Math.min(place.length, phrase.length); shared > 1; shared--)
    if (place.endsWith(phrase.slice(0, shared))) return joined(place.slice(0, -shared), phrase)
  return lengthOf(place) + lengthOf(phrase) <= LONGEST_TITLE ? `${place}${phrase}` : phrase
}

/** What every title may hold and none tells by. */
const TELLS_NOTHING = said('tells-nothing', 'anywhere', 'gu')

/** Where the words fit no phrase, the usual one is true only of a thing that was spoken of: 桥有问题 of a bridge. */
const isSpokenOf = (phrase: string, text: string): boolean => Array.from(phrase.replace(TELLS_NOTHING, '')).some((c) => text.includes(c))

/** Behind closed doors the place is told apart, and the less a title says the better. */
const behindDoors = ({ text, duty, short }: Titled): string =>
  (duty && (heardPhrase(duty, text) ?? usualPhrase(duty))) ?? (short ? `${short}的事` : '一件事')

/**
 * What a matter is called: place, thing and trouble, at most 16 characters, fit to be read aloud, without persons, sums and
 * accusations. In the village's own words where they are short and plain, else in ours.
 */
export function titleOf(told: Titled): string {
  const { text, kind, duty, short, danger, sensitivity, places, words } = told
  const untold = kind === 'village' && sensitivity ? untoldPhrase(sensitivity) : null
  if (untold) return untold
  const place = placeAloud(places)
  if (danger) return kind === 'household' && danger !== 'collapse' ? dangerPhrase(danger) : joined(place, dangerPhrase(danger))
  if (kind !== 'village') return behindDoors(told)
  const heard = duty ? heardPhrase(duty, text) : null
  const phrase = heard ?? tellingClause(text, words, LONGEST_TITLE)
  if (phrase) return joined(place, phrase)
  const usual = [duty ? usualPhrase(duty) : null, short ? `${short}的事` : null].find((p) => p && isSpokenOf(p, text))
  return joined(place, usual ?? villagePhrase)
}
