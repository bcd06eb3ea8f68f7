import { keysOf } from '../../domain/one-of.ts'
import type { Desk } from '../../ports/desk.ts'
import { openCase } from '../cases.ts'
import { COUNTED, type Compared, type CountedCode, compare, type MonthFigure, monthsOf, type Office, TOLD } from './facts.ts'
import { countedWords, officeWords } from './words.ts'

const MANY = 5000

/** As they were last told, of the months from the one to the other, 2026-11, both included. */
export async function figuresOf(desk: Pick<Desk, 'cases'>, from: string, to: string): Promise<MonthFigure[]> {
  const latest = new Map<string, MonthFigure>()
  for (const { day, figures } of await desk.cases(TOLD).list({ days: { from, to }, limit: MANY }))
    for (const { code, count } of figures) latest.set(`${day} ${code}`, { code, month: day, count })
  return [...latest.values()]
}

/** All of them or none: what was told of one month is kept as one. */
export async function recordFigures(
  desk: Pick<Desk, 'cases' | 'now' | 'newId'>,
  by: { id: string } | null,
  figures: readonly MonthFigure[],
): Promise<void> {
  for (const [day, told] of Map.groupBy(figures, (f) => f.month)) {
    const of = told.map(({ code, count }) => ({ code, count }))
    await openCase(desk, TOLD, by, 'told', { status: 'told', day, by: by?.id ?? null, figures: of })
  }
}

export interface YearCompared {
  /** The last month that is told of. */
  until: string
  rows: Compared[]
}

/** From January to a month, each figure beside last year's; what neither year knows is left out. */
export async function compareYear(
  desk: Pick<Desk, 'cases'>,
  until: string,
  codes: readonly CountedCode[] = COUNTED.map((c) => c.code),
): Promise<YearCompared> {
  const year = Number(until.slice(0, 4))
  const months = monthsOf(`${year}-01`, until)
  const figures = await figuresOf(desk, `${year - 1}-01`, until)
  const rows = codes.map((code) => compare(code, months, figures)).filter((c) => c.now !== null || c.before !== null)
  return { until, rows }
}

/** The month that is spoken of as the year so far: the last one with a figure, no later than this one. */
export async function lastToldMonth(desk: Pick<Desk, 'cases'>, thisMonth: string): Promise<string> {
  const figures = await figuresOf(desk, `${thisMonth.slice(0, 4)}-01`, thisMonth)
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
  keysOf(officeWords).find((o) => longest([officeWords[o].name, ...officeWords[o].also], text) > 0)

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

const WORDS = COUNTED.flatMap(({ code, office }) =>
  [countedWords[code].name, ...countedWords[code].also].map((word) => ({ word, code, office })),
).toSorted((a, b) => b.word.length - a.word.length)

export interface Said {
  code: CountedCode
  /** What stands behind it, up to the next. */
  behind: string
}

/** Every thing that is counted in the words, in their order, with what is said of it; `before` is what stands before the first. */
export function countedIn(text: string): { before: string; said: Said[] } {
  const office = officeIn(text)
  const said: (Said & { from: number })[] = []
  let before = text
  for (let at = 0; at < text.length; ) {
    const here = WORDS.filter(({ word }) => text.startsWith(word, at))
    // 检查 by itself is whose the office is that was named.
    const found = here.find((w) => w.office === office && w.word.length === here[0]?.word.length) ?? here[0]
    if (!found) {
      at += 1
      continue
    }
    const last = said.at(-1)
    if (last) last.behind = text.slice(last.from, at)
    else before = text.slice(0, at)
    at += found.word.length
    said.push({ code: found.code, from: at, behind: text.slice(at) })
  }
  return { before, said: said.map(({ code, behind }) => ({ code, behind })) }
}

/** What one office counts, or everything. */
export const countedNames = (): string[] => COUNTED.map((c) => `${officeWords[c.office].name}${countedWords[c.code].name}`)
