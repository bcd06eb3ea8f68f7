import { dayNumber, momentAt, numberOfDay, yearOf } from '../domain/moments.ts'
import { NUMBER, readNumber } from './numbers.ts'

const NOON = 12 * 60
const DATE = new RegExp(`(?:(\\d{4})年|(去年|今年))?(${NUMBER})月(${NUMBER})[日号]?`, 'u')
const NEAR: readonly (readonly [word: RegExp, days: number])[] = [
  [/大前天/u, 3],
  [/前天/u, 2],
  [/昨天|昨日/u, 1],
  [/今天|今日/u, 0],
]

/** A day that has been, anywhere in a text, as noon of it; a date without its year is the last one that was. */
export function readPastDay(text: string, now: Date): { at: Date; rest: string } | null {
  const near = NEAR.find(([word]) => word.test(text))
  if (near) return { at: near[1] === 0 ? now : momentAt(dayNumber(now) - near[1], NOON), rest: text.replace(near[0], ' ') }
  const found = DATE.exec(text)
  const [month, dom] = [readNumber(found?.[3] ?? ''), readNumber(found?.[4] ?? '')]
  if (!found || month === null || dom === null) return null
  const saidYear: number | null = found[1] ? Number(found[1]) : found[2] === '去年' ? yearOf(now) - 1 : null
  for (const year of saidYear === null ? [yearOf(now), yearOf(now) - 1] : [saidYear]) {
    const day: Date = new Date(Date.UTC(year, month - 1, dom))
    if (day.getUTCMonth() !== month - 1 || day.getUTCDate() !== dom) continue
    const at = numberOfDay(day.toISOString().slice(0, 10))
    if (at <= dayNumber(now)) return { at: at === dayNumber(now) ? now : momentAt(at, NOON), rest: text.replace(found[0], ' ') }
  }
  return null
}
