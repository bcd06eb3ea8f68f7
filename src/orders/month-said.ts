import { HOUR_MS, later } from '../domain/durations.ts'
import { readNumber } from '../reading/numbers.ts'

export const MONTH = /^(?:(?:(\d{4})年|(去年|今年|前年))?的?([一二三四五六七八九十\d]{1,3})月份?|(上)个?月份?)$/u

/** 去年12月, 上个月; 10月 alone is the last month of that name. As 2026-10. */
export function monthSaid(words: string, now: Date): string | undefined {
  const found = MONTH.exec(words)
  const local = later(now, 8 * HOUR_MS)
  const [thisYear, thisMonth] = [local.getUTCFullYear(), local.getUTCMonth() + 1]
  if (found?.[4]) return thisMonth === 1 ? `${thisYear - 1}-12` : `${thisYear}-${String(thisMonth - 1).padStart(2, '0')}`
  const month = readNumber(found?.[3] ?? '')
  if (!found || month === null || month < 1 || month > 12) return undefined
  const ago = found[2] ? { 今年: 0, 去年: 1, 前年: 2 }[found[2]] : undefined
  const year = found[1] ? Number(found[1]) : thisYear - (ago ?? (month > thisMonth ? 1 : 0))
  return `${year}-${String(month).padStart(2, '0')}`
}
