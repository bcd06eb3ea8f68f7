import type { LabelledText } from '../domain/example.ts'
import { pairsOf } from './pairs.ts'

const SHOWN = 6
const LONGEST = 120

export type FewShots = (text: string) => LabelledText[]

/** The most similar labelled texts, by the pairs of characters they share; rare pairs count for more. The nearest comes first. */
export function fewShotsFrom(examples: readonly LabelledText[]): FewShots {
  const short = examples.filter((e) => e.text.length <= LONGEST)
  const sizes = new Float64Array(short.length)
  const holders = new Map<string, number[]>()
  for (const [n, { text }] of short.entries())
    for (const pair of pairsOf(text)) {
      const list = holders.get(pair)
      if (list) list.push(n)
      else holders.set(pair, [n])
    }
  const worth = (pair: string): number => Math.log(1 + short.length / (holders.get(pair)?.length ?? 1)) ** 2
  for (const [pair, list] of holders) for (const n of list) sizes[n] = (sizes[n] ?? 0) + worth(pair)
  return (text) => {
    const shared = new Map<number, number>()
    for (const pair of pairsOf(text)) for (const n of holders.get(pair) ?? []) shared.set(n, (shared.get(n) ?? 0) + worth(pair))
    const near = [...shared].map(([n, sum]) => ({ n, likeness: sum / Math.sqrt((sizes[n] ?? 0) + 1) }))
    near.sort((a, b) => b.likeness - a.likeness || a.n - b.n)
    return near.slice(0, SHOWN).flatMap(({ n }) => short[n] ?? [])
  }
}
