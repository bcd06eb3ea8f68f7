import { LABELS, type Label } from '../../src/classify/local-model.ts'
import type { ShippedExample } from '../../src/classify/shipped-examples.ts'
import { foldsByVoice, learnKinds } from '../../src/classify/train-model.ts'
import type { Pair } from './figures.ts'

function runs(text: string, size: number): Set<string> {
  const chars = Array.from(text.replace(/[\s\p{P}\p{S}]/gu, ''))
  const found = new Set<string>()
  for (let i = 0; i + size <= chars.length; i++) found.add(chars.slice(i, i + size).join(''))
  return found
}

/** Shared pairs of characters over all pairs: from here on two texts are one told twice. */
const NEARLY_THE_SAME = 0.6
const TOO_SHORT_TO_SAY = 4

/** Share of the texts that have a near duplicate among the others. */
export function nearDuplicates(examples: readonly ShippedExample[]): number {
  const texts = examples.map((e) => runs(e.text, 2))
  const holding = new Map<string, number[]>()
  for (const [n, pairs] of texts.entries())
    for (const pair of pairs) {
      const others = holding.get(pair)
      if (others) others.push(n)
      else holding.set(pair, [n])
    }
  const twins = texts.filter((mine, n) => {
    if (mine.size < TOO_SHORT_TO_SAY) return false
    const shared = new Map<number, number>()
    for (const pair of mine) for (const other of holding.get(pair) ?? []) if (other !== n) shared.set(other, (shared.get(other) ?? 0) + 1)
    return [...shared].some(([other, both]) => both / (mine.size + (texts[other]?.size ?? 0) - both) >= NEARLY_THE_SAME)
  })
  return twins.length / examples.length
}

/** How many different runs of three characters a label's texts hold, and their share of all its runs. */
export function distinctRuns(examples: readonly ShippedExample[], label: Label): { distinct: number; share: number } {
  const texts = examples.filter((e) => e.kind === label).map((e) => runs(e.text, 3))
  const distinct = new Set(texts.flatMap((t) => [...t])).size
  const all = texts.reduce((sum, t) => sum + t.size, 0)
  return { distinct, share: distinct / Math.max(1, all) }
}

const FOLDS = 12

/** Each file (one manner of speaking) read by a model that heard neither it nor those that share its fold. */
export function crossSource(examples: readonly ShippedExample[]): Map<string, Pair[]> {
  const foldOf = foldsByVoice(
    examples.map((e) => e.file),
    FOLDS,
  )
  const pairs = new Map<string, Pair[]>(examples.map((e) => [e.file, []]))
  for (let fold = 0; fold < FOLDS; fold++) {
    const kinds = learnKinds(examples.filter((_, n) => foldOf(n) !== fold))
    const likeliest = (text: string) => {
      const p = kinds(text)
      return LABELS.reduce((a, b) => (p[b] > p[a] ? b : a))
    }
    for (const e of examples.filter((_, n) => foldOf(n) === fold)) pairs.get(e.file)?.push({ gold: e.kind, said: likeliest(e.text) })
  }
  return pairs
}
