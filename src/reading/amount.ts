import { NUMBER, readNumber } from './numbers.ts'

/** 二五 is no number people say: twenty-five, or two to five? Nor are 1两, 两十 and 十两. */
const RUN = /[一二两三四五六七八九][一二两三四五六七八九]|两十|[十廿卅]两|\d\D|\D\d/u
/** A number of a day, a month, a year; NaN where it is none. */
export const num = (said: string | undefined): number => (RUN.test(said ?? '') ? Number.NaN : (readNumber(said ?? '') ?? Number.NaN))

/** 3, 1.5, 半 and 一两: how much of a unit, for use inside other patterns. */
export const AMOUNT = `(\\d+\\.\\d+|${NUMBER}|半)`

/** Of two figures next to each other the second is the end: 一两, 三四, 三五; NaN where it is no amount. */
export function amountOf(said: string | undefined): number {
  if (said === '半') return 0.5
  if (/^\d+\.\d+$/u.test(said ?? '')) return Number(said)
  const [, a = '', b = ''] = /^([一二两三四五六七八])([两三四五六七八九])$/u.exec(said ?? '') ?? []
  const [from, to] = [readNumber(a), readNumber(b)]
  if (from !== null && to !== null) return to - from === 1 || said === '三五' ? to : Number.NaN
  return num(said)
}
