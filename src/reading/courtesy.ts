import { phrasesOf } from './grammar.ts'

/** What people add to a courtesy: 谢谢啊, 你好呀, 辛苦您了. */
const ADDED = 3

/** 谢谢啊, 你好: told of nothing, and asked for nothing. */
export const isCourtesy = (text: string): boolean =>
  phrasesOf('courtesy', 'courtesy').some((c) => text.startsWith(c) && text.length - c.length <= ADDED)
