/** Marks of a question or of talk about something, after a word that could be an order. */
const TALK = /[?？]|(?:[吗么没]|(?<!着)呢)$|没有$|啥|什么|怎么|为啥|谁/u
const QUESTION = /[?？]$|(?:[吗么没]|(?<!着)呢)$|没有$/u

export const isTalk = (words: string): boolean => TALK.test(words)
export const isQuestion = (words: string): boolean => QUESTION.test(words)

/** What ends a word: 好了，换的新灯. */
export const GAP = /^[\s：:，,、。.;；!！~～]+/u

/** A number before one of these counts something: 走访 5 人, 完成 3 项任务; but 处理好了 and 批了 are no measures. */
export const MEASURED =
  /^\d+ ?[户家件个]|^(?:\d+)? ?(?:项|名(?!单|字)|人|份|段|处(?!理|置|在)|宗|场(?!地)|批(?!了|准|复|下)|台|套|本(?!来|人|月|周|村|组|社)|张|片|瓶|袋|箱|顿|轮|篇|门(?!口|前|上)|笔|间(?!隔|断)|栋|座|棵|吨|扇)/u

export const nothing = (): boolean => false
