import { listOf } from './grammar.ts'
import { Scan, type Slots } from './scan.ts'

const none = (): readonly number[] => []
/** Where nothing is known of people and days. */
const NO_SLOTS: Slots = { who: none, when: none, ref: none, phone: none, duty: none, order: none, number: none }

/** The first of some lists of which these words, without what `ends` takes off their end, are one line. */
export function listOfWhole<L extends string>(words: string, lists: readonly L[], ends: string): L | null {
  // Lists are planted when they are first named, and a line is walked through once.
  for (const list of [...lists, ends]) listOf(list, list)
  const scan = new Scan(words, NO_SLOTS)
  const tails = scan.tails(ends)
  return lists.find((list) => [...scan.endsOf(list, 0)].some((end) => tails.has(end))) ?? null
}
