import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'talk')

/** Marks of a question or of talk about something, after a word that could be an order. */
const TALK = said('talk')
const QUESTION = said('question')

export const isTalk = (words: string): boolean => TALK.test(words)
export const isQuestion = (words: string): boolean => QUESTION.test(words)

const ASKING = said('asking')
/** 走到哪个部门了: what is asked stands in the last clause. */
export const endsAsking = (words: string): boolean => ASKING.test(words)

/** A number before one of these counts something: 走访 5 人, 完成 3 项任务; but 处理好了 and 批了 are no measures. */
export const MEASURED = said('measured')

export const nothing = (): boolean => false
