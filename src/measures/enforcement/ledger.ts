import { earlier } from '../../domain/durations.ts'
import { COUNTED } from './facts.ts'
import { monthName } from '../../domain/span.ts'
import { countedWords, enforcementSheet, officeWords } from './words.ts'
import { change } from '../../wording/last-year.ts'
import type { LedgerSheet } from '../measure.ts'

const lastYear = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

export const enforcementLedger: LedgerSheet = {
  ...enforcementSheet,
  async rows(desk, { from, to }) {
    const [first, last] = [monthName(from), monthName(earlier(to, 1))]
    const figures = await desk.enforcement.between(lastYear(first), last)
    const known = new Map(figures.map((f) => [`${f.code} ${f.month}`, f.count]))
    return figures
      .filter((f) => f.month >= first)
      .toSorted((a, b) => a.month.localeCompare(b.month) || a.code.localeCompare(b.code))
      .map((f) => {
        const before = known.get(`${f.code} ${lastYear(f.month)}`) ?? null
        const office = COUNTED.find((c) => c.code === f.code)?.office
        const moved = before === null ? '' : (change(f.count, before) ?? '')
        return [office ? officeWords[office].name : '', countedWords[f.code].name, f.month, f.count, before, moved]
      })
  },
}
