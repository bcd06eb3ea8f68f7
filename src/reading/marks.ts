/** Blanks and marks, which stand around words and say nothing themselves. A question mark says something, and the point of 1.5 too. */
const HEAD = /^(?:[\s，,、:：。;；!！~～]|\.(?!\d))+/u
const TAIL = /[\s，,、:：。.;；!！~～]+$/u
const ANYWHERE = /[\s\p{P}~～]+/gu

export const withoutHead = (text: string): string => text.replace(HEAD, '')
export const withoutTail = (text: string): string => text.replace(TAIL, '')
export const withoutEdges = (text: string): string => withoutTail(withoutHead(text))
/** The words alone, run together. */
export const withoutMarks = (text: string): string => text.replace(ANYWHERE, '')
/** 好了，换的新灯: what follows a word is set off from it. */
export const isSetOff = (text: string): boolean => HEAD.test(text)
/** 两天 没零件: what comes next is set off from this. */
export const endsApart = (text: string): boolean => TAIL.test(text)
