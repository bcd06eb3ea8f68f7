import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'verdict-loosely')

/** What somebody who was asked 办好了吗 says: 满意, 一般, 不满意, or that it is not done at all. */
export type Verdict = 'good' | 'fair' | 'poor' | 'again'

const LONGEST = 18
/** Speaks of looking later, of oneself, of something else. */
const ELSEWHERE = said('elsewhere')

/** The first that stands anywhere in the words decides: what is wrong outweighs what is right. */
const SIGNS: readonly (readonly [sign: RegExp, verdict: Verdict])[] = [
  [said('displeased'), 'poor'],
  [said('no-objection'), 'good'],
  [said('fair'), 'fair'],
  [said('again'), 'again'],
  [said('poor'), 'poor'],
  [said('good'), 'good'],
]

/** By a sign in few words, where the bot is surely spoken to; the exact reading comes first. */
export const readLoosely = (words: string): Verdict | null =>
  words.length > LONGEST || ELSEWHERE.test(words) ? null : (SIGNS.find(([sign]) => sign.test(words))?.[1] ?? null)
