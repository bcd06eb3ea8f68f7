import { brokenAt } from './history.ts'

/** How far a history goes, as it is kept apart from its lines. */
export interface HistoryHead {
  n: number
  hash: string
}

/** The number of the first line that is not as it was written or is missing, the last one too; null when the history is whole. */
export function bentAt(subject: string, lines: Parameters<typeof brokenAt>[1], head: HistoryHead): number | null {
  const broken = brokenAt(subject, lines)
  if (broken !== null) return broken
  if (lines.length !== head.n) return Math.min(lines.length, head.n) + 1
  return lines.at(-1)?.hash === head.hash ? null : head.n
}
