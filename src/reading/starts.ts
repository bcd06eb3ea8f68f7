import { isEdge, isSlot, listOf } from './grammar.ts'
import type { Part } from './pattern.ts'

/** With which characters something begins; null: with any. */
type Starts = ReadonlySet<string> | null

const known = new WeakMap<readonly Part[], Starts>()

/** The characters with which a match of these parts must begin; null where it may be any. */
export function startsOf(parts: readonly Part[]): Starts {
  const found = known.get(parts)
  if (found !== undefined) return found
  const starts = inTurn(parts)
  known.set(parts, starts)
  return starts
}

const byStart = new WeakMap<Ways, { at: ReadonlyMap<string, Ways>; else: Ways }>()
type Ways = readonly (readonly Part[])[]

/** Of several ways to put something those that may begin with this character, in their order. */
export function waysFrom(ways: Ways, c: string): Ways {
  const found = byStart.get(ways) ?? indexed(ways)
  return found.at.get(c) ?? found.else
}

function indexed(ways: Ways): { at: ReadonlyMap<string, Ways>; else: Ways } {
  const starts = ways.map(startsOf)
  const among = (c: string | null): Ways => ways.filter((_, i) => starts[i] === null || (c !== null && starts[i]?.has(c)))
  const index = { at: new Map([...new Set(starts.flatMap((s) => [...(s ?? [])]))].map((c) => [c, among(c)])), else: among(null) }
  byStart.set(ways, index)
  return index
}

function inTurn(parts: readonly Part[]): Starts {
  const all = new Set<string>()
  for (const part of parts) {
    const of = ofPart(part)
    if (of === null) return null
    for (const c of of) all.add(c)
    if (isNeeded(part)) return all
  }
  return null
}

export const isNeeded = (part: Part): boolean => part.is === 'text' || part.is === 'kept' || part.least > 0

/** The same of one part that is there. */
export function ofPart(part: Part): Starts {
  if (part.is === 'text') return new Set([part.text.charAt(0)])
  if (part.is === 'kept') return startsOf(part.of)
  if (part.is === 'choice') return union(part.of.map(startsOf))
  if (part.is === 'free' || isSlot(part.name) || isEdge(part.name)) return null
  const { phrases, patterns } = listOf(part.name, part.name)
  return phrases ? new Set(phrases.map((p) => p.charAt(0))) : union(patterns.map(startsOf))
}

function union(all: readonly Starts[]): Starts {
  const chars = new Set<string>()
  for (const one of all) {
    if (one === null) return null
    for (const c of one) chars.add(c)
  }
  return chars
}
