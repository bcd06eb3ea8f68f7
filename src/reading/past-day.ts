import { dayName, dayNumber, numberOfDay } from '../domain/moments.ts'
import { NUMBER, readNumber } from './numbers.ts'

export interface SpokenDay {
  /** 2026-11-20. */
  day: string
  rest: string
}

const N = `(${NUMBER})`
const num = (said: string | undefined): number => readNumber(said ?? '') ?? Number.NaN

function date(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? numberOfDay(at.toISOString().slice(0, 10)) : null
}

type Reading = readonly [form: RegExp, read: (found: (string | undefined)[], today: number) => (number | null)[]]

const yearOf = (day: number): number => Number(dayName(day).slice(0, 4))
const monthOf = (day: number): number => Number(dayName(day).slice(5, 7))

const READINGS: readonly Reading[] = [
  [/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/u, ([, y, m, d]) => [date(num(y), num(m), num(d))]],
  [new RegExp(`去年${N}月${N}[日号]`, 'u'), ([, m, d], today) => [date(yearOf(today) - 1, num(m), num(d))]],
  [new RegExp(`${N}月${N}[日号]?`, 'u'), ([, m, d], today) => [0, 1].map((back) => date(yearOf(today) - back, num(m), num(d)))],
  [/大前天/u, (_, today) => [today - 3]],
  [/前天/u, (_, today) => [today - 2]],
  [/昨天|昨日/u, (_, today) => [today - 1]],
  [/今天|今日/u, (_, today) => [today]],
  [
    new RegExp(`(?<![月\\d])${N}[日号]`, 'u'),
    ([, d], today) => [date(yearOf(today), monthOf(today), num(d)), date(yearOf(today), monthOf(today) - 1, num(d))],
  ],
]

/** The last day of that name that is not in the future: what was done is written down afterwards. */
export function readPastDay(text: string, now: Date): SpokenDay | null {
  const today = dayNumber(now)
  for (const [form, read] of READINGS) {
    const found = form.exec(text)
    const day = found && read([...found], today).find((d) => d !== null && d <= today)
    if (!found || day === undefined || day === null) continue
    const rest = `${text.slice(0, found.index).trim()} ${text.slice(found.index + found[0].length).trim()}`
    return { day: dayName(day), rest: rest.replace(/^[\s，,、]+|[\s，,、]+$/gu, '') }
  }
  return null
}
