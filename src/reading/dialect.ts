import { inWordsOf } from './named-words.ts'

/** 冇得人管, 何解还冇动静, 我克看: what is said in one province, in the words that are read in all of them. */
export const inPlainWords = inWordsOf(import.meta.url, 'dialect')
