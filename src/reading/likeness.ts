import { listOf } from './grammar.ts'
import { intents } from './intents.ts'
import type { Part } from './pattern.ts'

/** Phrases of a longer list tell little of the order that uses it. */
const MANY = 400

/** The words that a frame fixes, without its free ones. */
const fixedIn = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.is === 'text') return [part.text]
    if (part.is === 'choice') return part.of.flatMap(fixedIn)
    if (part.is === 'kept') return fixedIn(part.of)
    return []
  })

/** Two characters that stand together tell much, one alone a little. */
const pieces = (text: string): string[] => {
  const chars = [...text.replace(/[^\p{Script=Han}]/gu, '')]
  return [...chars, ...chars.flatMap((c, i) => (chars[i + 1] ? [`${c}${chars[i + 1]}`] : []))]
}

let known: ReadonlyMap<string, ReadonlyMap<string, number>> | null = null

/** For every piece of what is said, in which orders it is said, and how much it tells of each. */
function tells(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  if (known) return known
  const by = new Map<string, Set<string>>()
  const { phrases, frames: plain, loose } = intents()
  const frames = [...plain, ...loose]
  const said = [
    ...phrases.map(({ order, word }) => ({ order, words: word })),
    ...frames.flatMap(({ order, parts }) => fixedIn(parts).map((words) => ({ order, words }))),
    ...frames.flatMap(({ order, lists }) =>
      lists.flatMap((list) => {
        const some = listOf(list, list).phrases ?? []
        return some.length > MANY ? [] : some.map((words) => ({ order, words }))
      }),
    ),
  ]
  for (const { order, words } of said) for (const piece of pieces(words)) by.set(piece, (by.get(piece) ?? new Set()).add(order))
  const weigh = (piece: string, orders: ReadonlySet<string>): ReadonlyMap<string, number> =>
    new Map([...orders].map((order) => [order, (piece.length > 1 ? 2 : 1) / orders.size]))
  const weighed = [...by].map(([piece, orders]) => [piece, weigh(piece, orders)] as const)
  known = new Map(weighed)
  return known
}

/** How like what is said in each order these words are; it suggests, and decides nothing. */
export function likeness<O extends string>(text: string, orders: readonly O[]): { order: O; score: number }[] {
  const scores = new Map<string, number>(orders.map((order) => [order, 0]))
  for (const piece of new Set(pieces(text)))
    for (const [order, weight] of tells().get(piece) ?? []) {
      const so = scores.get(order)
      if (so !== undefined) scores.set(order, so + weight)
    }
  return orders.map((order) => ({ order, score: scores.get(order) ?? 0 })).sort((a, b) => b.score - a.score)
}
