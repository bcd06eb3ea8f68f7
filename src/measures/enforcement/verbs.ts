import type { Desk } from '../../ports/desk.ts'
import { COUNTED, type Compared, type CountedCode, compare, monthsOf, type Office } from './facts.ts'
import { countedWords, officeWords } from './words.ts'

export interface YearCompared {
  /** The last month that is told of. */
  until: string
  rows: Compared[]
}

/** From January to a month, each figure beside last year's; what neither year knows is left out. */
export async function compareYear(
  desk: Desk,
  until: string,
  codes: readonly CountedCode[] = COUNTED.map((c) => c.code),
): Promise<YearCompared> {
  const year = Number(until.slice(0, 4))
  const months = monthsOf(`${year}-01`, until)
  const figures = await desk.enforcement.between(`${year - 1}-01`, until)
  const rows = codes.map((code) => compare(code, months, figures)).filter((c) => c.now !== null || c.before !== null)
  return { until, rows }
}

/** The month that is spoken of as the year so far: the last one with a figure, no later than this one. */
export async function lastToldMonth(desk: Desk, thisMonth: string): Promise<string> {
  const figures = await desk.enforcement.between(`${thisMonth.slice(0, 4)}-01`, thisMonth)
  return (
    figures
      .map((f) => f.month)
      .sort()
      .at(-1) ?? thisMonth
  )
}

const longest = (words: readonly string[], text: string): number =>
  Math.max(0, ...words.filter((w) => text.includes(w)).map((w) => w.length))

const officeIn = (text: string): Office | undefined =>
  (Object.keys(officeWords) as Office[]).find((o) => longest([officeWords[o].name, ...officeWords[o].also], text) > 0)

export const namesOffice = (text: string): boolean => officeIn(text) !== undefined

/** Whose figure and which, in whatever order it was said: by the longest name that the words hold, of the office where one is named. */
export function readCounted(text: string): CountedCode | null {
  const office = officeIn(text)
  const fits = COUNTED.filter((c) => !office || c.office === office)
    .map((c) => ({ code: c.code, length: longest([countedWords[c.code].name, ...countedWords[c.code].also], text) }))
    .filter((c) => c.length > 0)
    .sort((a, b) => b.length - a.length)
  return fits[0]?.code ?? null
}

/** What one office counts, or everything. */
export const countedNames = (): string[] => COUNTED.map((c) => `${officeWords[c.office].name}${countedWords[c.code].name}`)
