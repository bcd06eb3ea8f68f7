import { listOf } from './grammar.ts'
import type { Scan } from './scan.ts'

export interface Span {
  at: number
  end: number
}

// Every list is read before the first text is.
for (const list of [
  'hearsay',
  'with-whom',
  'if',
  'if-done',
  'asked',
  'undone',
  'ahead',
  'pending',
  'nearly',
  'cannot',
  'turning',
  'finished',
])
  listOf(list, 'doubt.txt')

const GAP = /[ ,，、。.;；:：!！?？]/u

const clauseFrom = (text: string, at: number): number => {
  for (let i = at - 1; i >= 0; i--) if (GAP.test(text[i] ?? '')) return i + 1
  return 0
}

/** 居民说, but not 跟居民说, and not 居民说的, which only tells whose it was. */
const isHearsay = (scan: Scan, to: number): boolean =>
  scan.spansOf('hearsay').some((s) => s.end <= to && scan.text[s.end] !== '的' && !scan.spansOf('with-whom').some((w) => w.end === s.at))

/** 别转, 不用派, 弄不了: what stands right before it or right behind it turns it round. */
export const isTurned = (scan: Scan, { at, end }: Span): boolean =>
  scan.spansOf('turning').some((s) => s.end === at) || scan.spansOf('cannot').some((s) => s.at === end)

/** 要是, 等我: begins before it. */
export const isSupposed = (scan: Scan, { at }: Span): boolean => scan.spansOf('if').some((s) => s.at < at)

/** Told as it is, by who saw it: no hearsay, no question, no 要是, nothing that is still to come. */
export function isFact(scan: Scan, span: Span): boolean {
  const from = clauseFrom(scan.text, span.at)
  if (isTurned(scan, span) || isHearsay(scan, span.at)) return false
  if (isSupposed(scan, span) || scan.holds('asked', from) || isQuestionAtEnd(scan.text)) return false
  return !scan.holds('undone', from, span.at)
}

const isQuestionAtEnd = (text: string): boolean => /(?:[吗么没]|没有)[。.]?$/u.test(text)

/** 弄好了再说, 修好了我给你说: only then. */
const isThen = (scan: Scan, { end }: Span): boolean => scan.spansOf('if-done').some((s) => s.at >= end - 1 && s.at <= end + 1)

/** And it is all of it: nothing of it is left, and it is not only a step on the way. */
export const isFinal = (scan: Scan, span: Span): boolean =>
  isFact(scan, span) &&
  !scan.holds('pending') &&
  !scan.holds('ahead', clauseFrom(scan.text, span.at), span.at) &&
  !isThen(scan, span) &&
  !scan.spansOf('nearly').some((s) => s.at <= span.at + 1 && s.end >= span.end - 1)

/** Whether a line may end a matter at all, wherever in it that is said; no order's own word outweighs this. */
export function mayEnd(scan: Scan): boolean {
  const whole = scan.text.length
  if (isHearsay(scan, whole) || isQuestionAtEnd(scan.text)) return false
  if (['if', 'asked', 'pending'].some((list) => scan.holds(list))) return false
  const finished = scan.spansOf('finished')
  const nearly = scan.spansOf('nearly')
  if (finished.some((f) => isThen(scan, f))) return false
  return finished.length === 0 || finished.some((f) => !nearly.some((n) => n.at <= f.at && n.end >= f.end))
}
