import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'

/** 村务公开 of one village and one quarter (《村民委员会组织法》 art. 30): that it hangs on the board, since when, who put it there. */
export const Disclosure = Case.extend({
  status: z.enum(['posted']),
  village: z.string(),
  /** 2026Q4. */
  quarter: z.string(),
  by: z.string(),
})
export type Disclosure = z.infer<typeof Disclosure>
export const DISCLOSURES: CaseKind<Disclosure> = { measure: 'disclosure', shape: Disclosure }

/** 2026-11-24 → 2026Q4. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

export const quarterBefore = (quarter: string): string => {
  const [year = 0, n = 1] = quarter.split('Q').map(Number)
  return n === 1 ? `${year - 1}Q4` : `${year}Q${n - 1}`
}

/** First and last month, 2026-10 and 2026-12. */
export const monthsOfQuarter = (quarter: string): readonly [first: string, last: string] => {
  const [year = 0, n = 1] = quarter.split('Q').map(Number)
  const month = (m: number) => `${year}-${String(m).padStart(2, '0')}`
  return [month(n * 3 - 2), month(n * 3)]
}

/** What art. 30 lists and this desk does not keep: the village writes it in by hand before the sheet is put up. */
export const BY_HAND = ['finance', 'subsidies', 'assemblyDecisions', 'family'] as const
export type ByHand = (typeof BY_HAND)[number]
