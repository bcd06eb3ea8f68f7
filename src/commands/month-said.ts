import { readNumber } from '../spoken/numbers.ts'

/** 10月, 2025年10月; 去年 is not said. */
export const MONTH = /^(?:(\d{4})年)?(\S{1,3})月份?$/u

/** The last month of that name, as 2026-10. */
export function monthSaid(words: string, now: Date): string | undefined {
  const found = MONTH.exec(words)
  const month = readNumber(found?.[2] ?? '')
  if (!found || month === null || month < 1 || month > 12) return undefined
  const local = new Date(now.getTime() + 8 * 60 * 60_000)
  const year = found[1] ? Number(found[1]) : local.getUTCFullYear() - (month > local.getUTCMonth() + 1 ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}`
}
