import { LABELS, type Label } from '../../src/classify/local-model.ts'

/** What was right and what was said of one text. */
export interface Pair {
  gold: Label
  said: Label
}

export interface Score {
  precision: number
  recall: number
  f1: number
  items: number
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

function score(hit: number, said: number, items: number): Score {
  const precision = share(hit, said)
  const recall = share(hit, items)
  return { precision, recall, f1: share(2 * precision * recall, precision + recall), items }
}

const count = <T>(of: readonly T[], holds: (one: T) => boolean): number => of.filter(holds).length

export const labelScore = (pairs: readonly Pair[], label: Label): Score =>
  score(
    count(pairs, (p) => p.gold === label && p.said === label),
    count(pairs, (p) => p.said === label),
    count(pairs, (p) => p.gold === label),
  )

/** The mean F1 of the labels that occur. */
export function macroF1(pairs: readonly Pair[]): number {
  const scores = LABELS.map((label) => labelScore(pairs, label)).filter((s) => s.items > 0)
  return share(
    scores.reduce((sum, s) => sum + s.f1, 0),
    scores.length,
  )
}

/** Matter or not, whatever the kind. */
export const matterScore = (pairs: readonly Pair[]): Score =>
  score(
    count(pairs, (p) => p.gold !== 'none' && p.said !== 'none'),
    count(pairs, (p) => p.said !== 'none'),
    count(pairs, (p) => p.gold !== 'none'),
  )

const BINS = 10

/** Expected calibration error: how far, on the average, "90 % sure" is from being right nine times in ten. */
export function calibrationError(told: readonly { sure: number; right: boolean }[]): number {
  const bins = Map.groupBy(told, ({ sure }) => Math.min(BINS - 1, Math.floor(sure * BINS)))
  return [...bins.values()].reduce((sum, bin) => {
    const sure = bin.reduce((s, t) => s + t.sure, 0) / bin.length
    const right = count(bin, (t) => t.right) / bin.length
    return sum + (Math.abs(sure - right) * bin.length) / told.length
  }, 0)
}

/** Rows gold, columns said. */
export const confusion = (pairs: readonly Pair[]): number[][] =>
  LABELS.map((gold) => LABELS.map((said) => count(pairs, (p) => p.gold === gold && p.said === said)))
