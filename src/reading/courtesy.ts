import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'courtesy')
const COURTESY = said('courtesy', 'whole')

/** 好了麻烦你了, 太好了: a yes with thanks, or a cry of joy, and nothing besides. It tells nothing of any matter. */
export const isCourtesy = (text: string): boolean => COURTESY.test(text)
