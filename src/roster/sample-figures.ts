/** A figure of one month, so many months before that of the first morning. */
export interface PastFigure {
  code: 'publicOrder' | 'disputes' | 'trafficOffences' | 'drunkDriving' | 'rectification' | 'inspections'
  monthsBefore: number
  count: number
}

const YEAR = 12
const BACK = 2 * YEAR

/** What each office counts in an ordinary month of last year, how much that swings, and what is left of it this year. */
const COUNTS: readonly (readonly [code: PastFigure['code'], usual: number, swing: number, left: number])[] = [
  ['publicOrder', 5, 3, 0.5],
  ['disputes', 9, 4, 0.9],
  ['trafficOffences', 38, 11, 0.8],
  ['drunkDriving', 2, 2, 0.5],
  ['rectification', 7, 3, 0.75],
  ['inspections', 14, 5, 1.1],
]

/** The figures of police, traffic and market supervision of two years, as they are copied from the offices' tables. */
export const sampleFigures: readonly PastFigure[] = COUNTS.flatMap(([code, usual, swing, left], c) =>
  Array.from({ length: BACK }, (_, i) => ({
    ...{ code, monthsBefore: BACK - i },
    count: Math.round((usual + ((i * 5 + c) % (swing + 1)) - swing / 2) * (i < YEAR ? 1 : left)),
  })),
)
