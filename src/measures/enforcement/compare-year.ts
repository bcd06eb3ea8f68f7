import { COUNTED, type Compared, type CountedCode, compare, monthsOf } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'

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
