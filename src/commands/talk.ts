/** Marks of a question or of talk about something, after a word that could be an order. */
const TALK = /[?？]|[吗么呢没]$|没有$|啥|什么|怎么|为啥|谁/u
const QUESTION = /[?？]$|[吗呢么没]$|没有$/u

export const isTalk = (words: string): boolean => TALK.test(words)
export const isQuestion = (words: string): boolean => QUESTION.test(words)

/** What ends a word: 好了，换的新灯. */
export const GAP = /^[\s：:，,、。.;；!！~～]+/u

/** A number before one of these counts something: 走访 5 人. */
export const MEASURED = /^\d+ ?[户家件个]|^(?:\d+)? ?(?:项|名|人|份|段|处|宗|场|批|台|套|本|张|片|瓶|袋|箱|顿|轮|篇|门|笔)/u

export const nothing = (): boolean => false
