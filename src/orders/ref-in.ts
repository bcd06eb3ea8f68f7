import { wordsBeside } from '../reading/named-words.ts'
import { hasDigit } from '../reading/numbers.ts'
import { type Short, type TicketRef, ticketRef } from '../reading/ticket-ref.ts'

const said = wordsBeside(import.meta.url, 'ref-in')

/** 延期 2 天 and 走访 5 户 count; 议 8 周五, 挂账 7 月底 and 办结 7 公路修好了 name a ticket. */
const UNIT = said('unit', 'start')

/** The ticket that words behind a command's begin with. A gap behind the number sets off what follows: it is no measure of it. */
export function refIn(words: string, shorts: readonly Short[]): TicketRef | null {
  // 延期7两天: digits and characters never make one number.
  const split = words.replace(/^(\D{0,8}\d+)(?=[一二两俩三仨四五六七八九十])/u, '$1 ')
  const found = /^(\D{0,8}\d+)[ ，,](.+)$/u.exec(split)
  const apart = found && !UNIT.test(found[2] ?? '') ? `${found[1]}，${found[2]}` : split
  return ticketRef(apart, shorts)
}

/** 延期两天 17: the number set apart at the end; `rest` is what stands before it. */
export function refAtEnd(words: string, shorts: readonly Short[]): TicketRef | null {
  const found = /^(.*\S)[\s，,]+(\S{1,8})$/u.exec(words)
  const ref = found?.[2] && hasDigit(found[2]) ? ticketRef(found[2], shorts) : null
  return found?.[1] && ref?.rest === '' ? { ...ref, rest: found[1] } : null
}

/** 缓到12月10号, 延到10号: a day of the month, and no number of ours. */
export const DAY_BEFORE = /(?:[月\d]|[延缓推拖挪改移调][到至])$/u

/** 让李建国办7号, 周五下午议8号, 王芳 转7: a number of ours stands at the end, right behind what is to be done with it. */
export function numberAtEnd(text: string, shorts: readonly Short[]): { ref: TicketRef; before: string } | null {
  const found = /^(.{1,30}?\D)((?:\S{1,3}?)?[#第]?\d{1,5}[号件]?|\S{0,3}[一二三四五六七八九十]+号)$/u.exec(text)
  for (let at = 1; found && at < text.length; at++) {
    const ref = ticketRef(text.slice(at), shorts)
    if (ref?.rest === '' && !DAY_BEFORE.test(text.slice(0, at))) return { ref, before: text.slice(0, at).trim() }
  }
  return null
}
