import { readWords } from '../reading/named-words.ts'

const said = [...readWords(new URL('words/plain-words.txt', import.meta.url))]
const PLAIN = said.map(([plain]) => plain)
/** One group a word, so that one walk over the text finds all of them. */
const SAID = new RegExp(said.map(([, ways]) => `(${ways.join('|')})`).join('|'), 'gu')

/** The same in the words that most examples are written in: 阿达 is 哪里, 年时 is 去年. Only what is learnt of runs of characters reads it. */
export const inPlainWords = (text: string): string =>
  text.replace(SAID, (word: string, ...groups: unknown[]) => PLAIN[groups.indexOf(word)] ?? word)
