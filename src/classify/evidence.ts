import { lexicon } from '../reading/lexicon.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { Phrases } from '../reading/phrases.ts'

const said = wordsBeside(import.meta.url, 'evidence')

const THINGS = ['thing-public', 'thing-between', 'thing-household'] as const
const COMMON = 'thing-common'
const BOTH = 'thing-and-trouble'
const PLEA = 'plea'
const TROUBLES = ['trouble-fault', 'trouble-refused', 'trouble-wrong', 'trouble-wish'] as const
const AGAINST = ['against-friend', 'against-plan', 'against-past', 'against-seen', 'against-trade', 'against-done'] as const
export type EvidenceList =
  | (typeof THINGS)[number]
  | typeof COMMON
  | typeof BOTH
  | typeof PLEA
  | (typeof TROUBLES)[number]
  | (typeof AGAINST)[number]
const LISTS: readonly EvidenceList[] = [...THINGS, COMMON, BOTH, PLEA, ...TROUBLES, ...AGAINST]

let gathered: Phrases | null = null
/** Gathered when the first text is read. */
function phrases(): Phrases {
  if (gathered) return gathered
  gathered = new Phrases()
  for (const name of LISTS) for (const { text } of lexicon().get(name) ?? []) gathered.add(name, text.toLowerCase())
  return gathered
}

export interface Hit {
  list: string
  word: string
  at: number
  end: number
  /** The how-manieth clause it stands in. */
  clause: number
}

const CLAUSE_ENDS = /[,，。;；!?！？\n ]/u
/** Past this nothing new is learnt of what a message is. */
const READ_AT_MOST = 400

/** What stands in a text of the lists, the longest at each place. */
function hitsIn(whole: string): Hit[] {
  const text = whole.slice(0, READ_AT_MOST).toLowerCase()
  const hits: Hit[] = []
  const ends = new Map<string, number>()
  let clause = 0
  for (let at = 0; at < text.length; at++) {
    if (CLAUSE_ENDS.test(text[at] ?? '')) clause += 1
    const found = new Map<string, number>()
    phrases().at(text, at, (list, end) => found.set(list, end))
    for (const [list, end] of found) {
      if ((ends.get(list) ?? 0) >= end) continue
      ends.set(list, end)
      hits.push({ list, word: text.slice(at, end), at, end, clause })
    }
  }
  return hits
}

/**
 * How much can be pointed at. `plain`: a thing of the duty list and, beside it, what is wrong with it or wanted. `partly`: a
 * thing that people do not speak of for fun, a common one right beside its trouble, both in one word (停水), or a
 * plea that leaves no doubt. `little`: one of the two alone.
 */
export type Strength = 'plain' | 'partly' | 'little' | 'none'

export interface Evidence {
  strength: Strength
  /** The words, as they stand: what the card shows as the reason. */
  words: string[]
  /** It tells of another time, of a screen, of a bargain or a friend. */
  against: boolean
  /** 停水, 没电: thing and trouble in one word. */
  cutOff: boolean
  /** The lists that are heard, and which thing stands in one clause with which trouble: what the reader learns from. */
  heard: string[]
}

const among = (lists: readonly string[]) => (hit: Hit) => lists.includes(hit.list)
const apart = (a: Hit, b: Hit) => a.end <= b.at || b.end <= a.at
const near = (a: Hit, b: Hit) => Math.abs(a.clause - b.clause) <= 1 && apart(a, b)
const together = (a: Hit, b: Hit) => a.clause === b.clause && apart(a, b)

type Pair = readonly [thing: Hit, trouble: Hit]
const pairsOf = (things: readonly Hit[], troubles: readonly Hit[], holds: (a: Hit, b: Hit) => boolean): Pair[] =>
  things.flatMap((thing) => troubles.filter((t) => holds(thing, t)).map((t): Pair => [thing, t]))

const OF_A_PLACE = said('of-a-place')

export function evidenceIn(text: string): Evidence {
  const hits = hitsIn(text)
  const things = hits.filter(among(THINGS))
  const common = hits.filter(among([COMMON]))
  const troubles = hits.filter(among(TROUBLES))
  const against = hits.some(among(AGAINST))
  const both = hits.find(among([BOTH]))
  const pairs = pairsOf([...things, ...common], troubles, together)
  const found = (strength: Strength, words: readonly Hit[]): Evidence => {
    const heard = new Set(hits.map((h) => h.list))
    for (const [thing, trouble] of pairs) heard.add(`${thing.list}~${trouble.list}`)
    heard.add(`:${strength}`).add(`:${strength}${against ? '-' : '+'}`)
    return { strength, words: words.map((h) => h.word), against, cutOff: both !== undefined, heard: [...heard] }
  }
  const plain = pairsOf(things, troubles, near)[0] ?? (common.length > 1 ? pairs[0] : undefined)
  if (plain) return found('plain', plain)
  const alone = both ?? hits.find(among([PLEA]))
  // 三社停水了: a place of the village stands beside it.
  if (both && !against && OF_A_PLACE.test(text)) return found('plain', [both])
  if (alone && !things[0]) return found('partly', [alone])
  const partly = things[0] ? [things[0], ...troubles.slice(0, 1)] : pairsOf(common, troubles, near)[0]
  if (partly) return found('partly', partly)
  const little = [...common, ...troubles].slice(0, 1)
  return found(little.length > 0 ? 'little' : 'none', little)
}
