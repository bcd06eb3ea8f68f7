import { inPlainWords } from '../reading/dialect.ts'
import { inWordsOf } from '../reading/named-words.ts'
import type { Short } from '../reading/ticket-ref.ts'
import { soundsLike } from '../reading/typo.ts'

/** 沿期 is 延期, 灯炮 is 灯泡: what telephones make of spoken words and nobody says. */
const inMeantWords = inWordsOf(import.meta.url, 'misheard')

/** 平07: a number of ours, with one character before it. */
const VILLAGE = /^(\p{Script=Han})(?=0\d)/u

/** What somebody spoke into a telephone, in the words that were meant, without his dialect's; a village's short name by its sound. */
export function asMeant(heard: string, shorts: readonly Short[]): string {
  const text = inPlainWords(inMeantWords(heard))
  const said = VILLAGE.exec(text)?.[1]
  if (said === undefined || shorts.some(({ short }) => short === said)) return text
  const [only, second] = shorts.filter(({ short }) => soundsLike(said, short))
  return only && !second ? `${only.short}${text.slice(said.length)}` : text
}
