import { readWords } from '../reading/named-words.ts'

/** Where to go instead, by what the reason speaks of; the first that fits. Service numbers count only as whole numbers. */
const ELSEWHERE = [...readWords(new URL('words/elsewhere.txt', import.meta.url))].map(([where, words]) => ({
  where,
  words: new RegExp(words.join('|'), 'u'),
}))

export const placeElsewhere = (reason: string): string => ELSEWHERE.find(({ words }) => words.test(reason))?.where ?? ''
