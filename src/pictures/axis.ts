const PARTS = 3
/** What a share of the highest value is rounded to, by the first bound that is above it. */
const ROUND = [
  { below: 1.5, step: 1 },
  { below: 2.5, step: 2 },
  { below: 4, step: 3 },
  { below: 7, step: 5 },
]

/** The numbers at the side of a chart: from nothing to the highest value or somewhat above, whole, round and about four of them. */
export function numbersUpTo(highest: number): number[] {
  const part = Math.max(1, highest / PARTS)
  const power = 10 ** Math.floor(Math.log10(part))
  const step = power * (ROUND.find(({ below }) => part / power < below)?.step ?? 10)
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, i) => i * step)
}
