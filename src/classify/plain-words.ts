import { inWordsOf } from '../reading/named-words.ts'

/** The same in the words that most examples are written in: 阿达 is 哪里, 年时 is 去年. Only what is learnt of runs of characters reads it. */
export const inPlainWords = inWordsOf(import.meta.url, 'plain-words')
