import type { Span } from './doubts.ts'
import { listOf, phrasesAt } from './grammar.ts'
import type { Scan } from './scan.ts'

/** What only somebody at this work speaks of. */
const WORK = ['trade', 'thing-public', 'thing-between', 'thing-household'] as const
for (const list of [...WORK, 'beside']) listOf(list, 'trade.txt')

const IS_SAID = /[\p{L}\p{N}]/u
/** How much of a line may be in no list at all: a fifth. */
const UNKNOWN = 5

/**
 * Whether a line that gives no number speaks of nothing but the work: something of the trade is in it, and nearly every word is
 * known from the lists or belongs to what is `told` of an order. What people say to each other never is.
 */
export function isOfWork(scan: Scan, told: readonly Span[]): boolean {
  const { text } = scan
  const known = Array.from({ length: text.length }, (_, at) => !IS_SAID.test(text[at] ?? ''))
  for (const span of [...told, ...knownIn(scan)]) known.fill(true, span.at, span.end)
  return isOfTrade(scan) && known.filter((k) => !k).length * UNKNOWN <= text.length
}

const isOfTrade = (scan: Scan): boolean => WORK.some((list) => scan.holds(list)) || scan.spansOf('who').length > 0

/** 灯的事, 胡家的低保: a thing that a matter is about. */
export const isOfThing = (scan: Scan): boolean => WORK.some((list) => list !== 'trade' && scan.holds(list))

/** Phrases of any list, days and names; a single character stands in too many words to tell anything. */
function knownIn(scan: Scan): Span[] {
  const { text } = scan
  const spans = Array.from({ length: text.length }, (_, at): Span[] => {
    const phrases = [...phrasesAt(text, at).values()].flat().filter((end) => end - at > 1)
    const ends = [...phrases, ...scan.endsOf('when', at), ...scan.endsOf('who', at), ...scan.endsOf('beside', at)]
    return ends.length > 0 ? [{ at, end: Math.max(...ends) }] : []
  })
  return spans.flat()
}
