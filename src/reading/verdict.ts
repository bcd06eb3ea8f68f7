import { keysOf } from '../domain/one-of.ts'
import { wordsBeside } from './named-words.ts'
import { readLoosely, type Verdict } from './verdict-loosely.ts'
import { listOfWhole } from './whole.ts'

const named = wordsBeside(import.meta.url, 'verdict')

export type { Verdict } from './verdict-loosely.ts'

export interface VerdictSaid {
  verdict: Verdict
  /** Words about the thing itself or a rating; what else people say to each other (好, 行, 👍) counts only where the bot is spoken to. */
  plain: boolean
  /** What it says besides: 一般吧，灯还是暗. */
  note: string
}

const LONGEST = 40
/** What is longer and does not begin with the answer tells something else. */
const STORY = 18
const BUT = named('but', 'start')
const SIGNS = /[\s，,。.、；;!！~～…—-]+/u
const STICKER = /\[(?:强|OK|ok|好的|赞|鼓掌|玫瑰|握手|抱拳|胜利|愉快|微笑|呲牙|爱心|合十)\]/gu
const GOOD_SIGN = /👍|👌|🆗|💯|\[(?:强|OK|ok|好的|赞|鼓掌|胜利)\]/u
const ANY_SIGN = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+/gu
const QUESTION = named('question')
/** What people add to a rating; among many people anything else behind it is talk: 一般 情况下不会. */
const ADDED = named('added', 'start')
const THANKS = named('thanks')

interface Sense {
  verdict: Verdict
  plain: boolean
}

/** What a clause says, by the list of verdict.txt that it stands in; the first decides. */
const SENSES = {
  'verdict-again-plain': { verdict: 'again', plain: true },
  'verdict-again-loose': { verdict: 'again', plain: false },
  'verdict-poor-plain': { verdict: 'poor', plain: true },
  'verdict-satisfied-plain': { verdict: 'good', plain: true },
  'verdict-fair-plain': { verdict: 'fair', plain: true },
  'verdict-fair-loose': { verdict: 'fair', plain: false },
  'verdict-poor-loose': { verdict: 'poor', plain: false },
  'verdict-good-plain': { verdict: 'good', plain: true },
  'verdict-good-loose': { verdict: 'good', plain: false },
} as const satisfies Record<string, Sense>
type List = keyof typeof SENSES
const LISTS = keysOf(SENSES)
const AGAIN: readonly List[] = ['verdict-again-plain', 'verdict-again-loose']
/** A rating said aloud; it outweighs what is told beside it. */
const RATINGS: readonly List[] = [
  'verdict-poor-plain',
  'verdict-satisfied-plain',
  'verdict-fair-plain',
  'verdict-fair-loose',
  'verdict-poor-loose',
]

/** 来水了来水了, 亮是亮了. */
const once = (clause: string): string => (/^(.{2,8}?)\1+$/u.exec(clause)?.[1] ?? clause).replace(/^(.)(?:倒)?是\1了/u, '$1了')

/**
 * The answer to 办好了吗 by its sense, in one clause or several; null where these words answer nothing, or not surely: a
 * question, thanks alone, or words beside the answer that are about something else.
 */
export function readVerdict(text: string): VerdictSaid | null {
  const words = text.replace(STICKER, (s) => (GOOD_SIGN.test(s) ? '👍' : ''))
  if (words.length > LONGEST || QUESTION.test(words)) return null
  const clauses = words
    .replace(ANY_SIGN, '，')
    .split(SIGNS)
    .filter((c) => c !== '')
  const told = clauses.filter((c) => !THANKS.test(c)).flatMap(withoutThanks)
  if (told.length === 0) return clauses.length === 0 && GOOD_SIGN.test(words) ? { verdict: 'good', plain: false, note: '' } : null
  const exact = readClauses(told, text.trim())
  if (exact) return exact
  const verdict = readLoosely(told.join('，'))
  return verdict && { verdict, plain: false, note: verdict === 'good' ? '' : text.trim() }
}

function readClauses(told: readonly string[], text: string): VerdictSaid | null {
  const lists = told.map((clause) => listOfWhole(once(clause), LISTS, 'verdict-particle'))
  const isOf = (some: readonly List[]) => (list: List | null) => list !== null && some.includes(list)
  const rating = lists.findIndex(isOf(RATINGS))
  const found = lists[rating] ?? lists.find(isOf(AGAIN)) ?? lists.find((list) => list !== null)
  if (!found) return null
  const { verdict, plain } = SENSES[found]
  const isPlain = lists.some((list) => list !== null && SENSES[list].plain)
  if (RATINGS.includes(found)) {
    const belongs = told.every((clause, i) => lists[i] !== null || ADDED.test(clause))
    const others = told.filter((_, i) => lists[i] !== found)
    return rating === 0 || belongs ? { verdict, plain: plain && belongs, note: others.join('，') } : null
  }
  if (verdict === 'again') {
    // 没人管 at the end of another story is no answer; 还是没修，晚上没法走 is one.
    const leads = isOf(AGAIN)(lists[0] ?? null) || lists.every((list) => list !== null)
    if (!leads && text.length > STORY) return null
    return { verdict: 'again', plain: leads && lists.includes('verdict-again-plain'), note: text }
  }
  const unknown = told.filter((_, i) => lists[i] === null)
  // 亮了，就是有点暗: done, and something is left to be wished for.
  if (unknown.length > 0)
    return lists[0] && unknown.every((clause) => BUT.test(clause)) ? { verdict: 'fair', plain, note: unknown.join('，') } : null
  return { verdict: 'good', plain: isPlain, note: '' }
}

/** 修好了谢谢村上 in one breath. */
function withoutThanks(clause: string): string[] {
  const found = /^(.{1,20}?)((?:太|真|非常|多)?(?:谢谢|感谢|多谢|谢了|辛苦|麻烦).*)$/u.exec(clause)
  return found?.[1] && THANKS.test(found[2] ?? '') ? [found[1]] : [clause]
}

/** What a few words about a thing speak of, and what a matter about that thing says. */
const THINGS: readonly (readonly [said: RegExp, told: RegExp])[] = [
  [named('things-1-1'), named('things-1-2')],
  [named('things-2-1'), named('things-2-2')],
  [named('things-3-1'), named('things-3-2')],
  [named('things-4-1'), named('things-4-2')],
  [named('things-5-1'), named('things-5-2')],
  [named('things-6-1'), named('things-6-2')],
]

/** 灯换好了 is of a lamp, and of nothing that no lamp is in. */
export const tellsOf = (words: string, matter: string): boolean => THINGS.some(([said, told]) => said.test(words) && told.test(matter))

/** 来水了 is no word about a lamp; words that name no thing may be about any. */
export function mayBeAbout(words: string, matter: string): boolean {
  const named = THINGS.filter(([said]) => said.test(words))
  return named.length === 0 || named.some(([, told]) => told.test(matter))
}
