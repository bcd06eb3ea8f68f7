import { clauseFrom, clausesOf, doubtsIn, isDoubted, isQuestionAtEnd, isSupposed, isTurned, type Span, supposedIn } from './doubts.ts'
import { listOf } from './grammar.ts'
import { withoutMarks } from './marks.ts'
import type { Scan } from './scan.ts'
import { isTwisted } from './twisted.ts'

for (const list of ['not-begun', 'at-last', 'by-now', 'back-then']) listOf(list, 'doubt.txt')

/** 居民说, but not 跟居民说, and not 居民说的, which only tells whose it was; nor where 我也去看了 follows. */
export const isHearsay = (scan: Scan, to: number, from = 0): boolean =>
  doubtsIn(scan, 'hearsay').some(
    (s) =>
      s.at >= from &&
      s.end <= to &&
      !/[的话]/u.test(scan.text[s.end] ?? '') &&
      !scan.spansOf('with-whom').some((w) => w.end === s.at) &&
      !scan.spansOf('seen-myself').some((m) => m.at >= s.end),
  )

/** What is said before 办结 or 这事算完 is the story: it is turned round only by what stands near. */
const NEAR = 8

/** Told as it is, by who saw it: no hearsay, no question, no 要是, nothing that is still to come. */
export function isFact(scan: Scan, span: Span): boolean {
  const isSaidOutright = scan.spansOf('closing').some((s) => s.at === span.at)
  const from = Math.max(clauseFrom(scan.text, span.at), isSaidOutright ? span.at - NEAR : 0)
  if (isTurned(scan, span) || isHearsay(scan, span.at, isSaidOutright ? clauseFrom(scan.text, span.at) : 0)) return false
  const isOnlyIf = isSaidOutright ? isDoubted(scan, 'if', from, span.at) : isSupposed(scan, span)
  if (isOnlyIf || scan.holds('asked', from) || isQuestionAtEnd(scan.text)) return false
  const isUndone = doubtsIn(scan, 'undone').some((s) => s.at >= from && s.end <= span.at && !isOfWell(scan, s.at))
  return !isUndone && !scan.holds('seems', from, span.end)
}

/** 一滴都不漏了, 没啥事了: a no that says how well it is. */
const isOfWell = (scan: Scan, at: number): boolean =>
  ['all-well', 'no-doubt', 'finished'].some((list) => scan.spansOf(list).some((s) => at >= s.at && at < s.end))

/** 正焊着, 下午就换: what is still being done, or is to come, unless it is told of what was done: 下午换上了. */
const underWay = (scan: Scan): Span[] => {
  const done = new Set(scan.spansOf('and-done').map((s) => s.at))
  return ['under-way', 'unfinished'].flatMap((list) => doubtsIn(scan, list)).filter((s) => !done.has(s.end))
}

/** 修好了，又砸断了, but 线烧断了，接上了 has been mended since. */
const MENDED = /[换接修补焊装砌填改拧紧扶绑钉推合通]/u
const brokenIn = (scan: Scan): Span[] => doubtsIn(scan, 'broken').filter(({ end }) => !MENDED.test(scan.text.slice(end)))

/** 杆子好好的，灯不亮: what is told last is that it is as bad as it was. */
export const isIllInTheEnd = (scan: Scan, { end }: Span): boolean =>
  [...doubtsIn(scan, 'unfinished'), ...brokenIn(scan)].some((s) => s.at > end && '了着的'.includes(withoutMarks(scan.text.slice(s.end))))

/** 还没顾上去看: nothing has been done yet, whatever stands before it. */
export const isNotBegun = (scan: Scan): boolean => {
  const last = clausesOf(scan.text).at(-1)?.at ?? 0
  return doubtsIn(scan, 'not-begun').some((s) => s.at >= last && !scan.holds('and-done', last, s.at))
}

/** 灯泡没坏，线掉了，我给接上了: whatever was said to be well has been mended. */
export const isMended = (text: string): boolean => /(?<!自己|早就|人家)[换接修补焊砌填拧扶绑钉挂装](?:上|好|住|通|紧)?了/u.test(text)

/** 2号完成，5号还没, 4号好了7号没好: behind another number it is another matter that is spoken of. */
const isOfOther = (scan: Scan, from: number, at: number): boolean =>
  scan.spansOf('ref').some((s) => s.at >= from && s.end <= at && (s.end === at || s.at === clauseFrom(scan.text, s.at)))

/** 铺完了，边沟没砌: a no behind what is done, and not one that says how well it is: 修好了，不漏了. */
const isDenied = (scan: Scan, from: number): boolean =>
  [...scan.text.matchAll(/[没未不甭]|别(?![的人处家])/gu)].some(
    ({ index }) => index >= from && !isOfOther(scan, from, index) && !isOfWell(scan, index),
  )

/** 弄好了再说, 修好了我给你说: only then. */
const isThen = (scan: Scan, { end }: Span): boolean => scan.spansOf('if-done').some((s) => s.at >= end - 1 && s.at <= end)

/** And it is all of it: nothing of it is left, and it is not only a step on the way. */
export const isFinal = (scan: Scan, span: Span): boolean =>
  isFact(scan, span) &&
  (/[了\s，,。.；;！!]/u.test(scan.text[span.end - 1] ?? '') || AFTER_DONE.test(scan.text.slice(span.end))) &&
  !isDoubted(scan, 'pending') &&
  ![...underWay(scan), ...brokenIn(scan)].some((s) => s.at >= span.at && !isOfOther(scan, span.end, s.at)) &&
  !isDenied(scan, span.end) &&
  !scan.holds('ahead', clauseFrom(scan.text, span.at), span.at) &&
  !isThen(scan, span) &&
  !isPlanned(scan, span) &&
  ![...doubtsIn(scan, 'nearly'), ...merely(scan)].some((s) => s.at <= span.at + 1 && s.end >= span.end - 1)

/** 换个灯泡就好了, but 紧了紧螺丝就亮了 has been done. */
const merely = (scan: Scan): Span[] =>
  scan.spansOf('merely').filter((s) => {
    const clause = clauseFrom(scan.text, s.at)
    // 擦了擦又拧上，它自己就好了.
    const from = /[说问讲]/u.test(scan.text.slice(0, clause)) ? clause : clauseFrom(scan.text, clause - 1)
    return !scan.text.slice(from, s.at).includes('了') && !scan.holds('bygone', from, s.at)
  })

/** 周五弄完, 两天就弄好, without a 了: the day is still to come, unless it is one gone by. */
const isPlanned = (scan: Scan, span: Span): boolean =>
  !scan.text.slice(span.at, span.end + 1).includes('了') &&
  !scan.holds('bygone', clauseFrom(scan.text, span.at), span.at) &&
  // 2号完成 may be of a matter; 让他办完 is told to somebody, and so is 让他看一下，这两天弄完.
  (scan.holds('made-to', clauseFrom(scan.text, span.at), span.at) ||
    (scan.holds('made-to', 0, span.at) && !scan.text.slice(0, span.at).includes('了')) ||
    scan.holds('these-days', clauseFrom(scan.text, span.at), span.at) ||
    scan.spansOf('when').some((s) => /^就?$/u.test(scan.text.slice(s.end, span.at)) && s.end <= span.at && scan.text[s.end - 1] !== '号'))

/** 换好几个零件 is not 换好: without a 了, what is done stands at the end of what is said. */
const AFTER_DONE = /^(?:$|[^\p{Script=Han}]|的(?:$|[^\p{Script=Han}])|[了啦咯嘞哈啊呢哩喽咧请你麻])/u

/** Where it is said that something is done, and no word runs on from it. */
const finishedIn = (scan: Scan): Span[] =>
  scan.spansOf('finished').flatMap(({ at }) => {
    const ends = [...scan.endsOf('finished', at)].filter((end) => scan.text[end - 1] === '了' || AFTER_DONE.test(scan.text.slice(end)))
    return ends.length > 0 ? [{ at, end: Math.max(...ends) }] : []
  })

/** 剩下的明天拉，这件可以结了: whoever says in so many words that it is to be closed has weighed the rest. */
const isClosed = (scan: Scan): boolean =>
  !isQuestionAtEnd(scan.text) &&
  scan
    .spansOf('closing')
    .some(
      (span) =>
        isFact(scan, span) &&
        !isThen(scan, span) &&
        !isDoubted(scan, 'pending', span.end) &&
        !isDenied(scan, span.end) &&
        !/^(?:[之以]?[前后]|早|错|不|的|婚|照片|给我[取撤])/u.test(scan.text.slice(span.end)),
    )

/** 都说等新灯，老张翻出一盏装上了，7号办妥了: last of all the matter itself is named, and nothing said of it but that it is done. */
function isClosedLast(scan: Scan): boolean {
  const last = clausesOf(scan.text).at(-1)
  if (!last || last.at === 0 || supposedIn(scan).length > 0) return false
  const behind = [...scan.spansOf('ref'), ...scan.spansOf('this-job')].filter((s) => s.at === last.at).map((s) => s.end)
  return finishedIn(scan).some(
    (span) => behind.includes(span.at) && /^[\s，,。.!！]*$/u.test(scan.text.slice(span.end)) && isFact(scan, span),
  )
}

/** Whether a line may end a matter at all, wherever in it that is said; no order's own word outweighs this. */
export function mayEnd(scan: Scan): boolean {
  if (isTwisted(scan.text)) return false
  if (isClosed(scan) || isClosedLast(scan)) return true
  if (isQuestionAtEnd(scan.text)) return false
  if (supposedIn(scan).length > 0 || ['asked', 'pending'].some((list) => isDoubted(scan, list))) return false
  if (scan.spansOf('finished').some(({ at }) => [...scan.endsOf('finished', at)].some((end) => isThen(scan, { at, end })))) return false
  const told = finishedIn(scan)
  // 刚弄完，周大爷说亮得很: what others say behind it takes nothing away.
  return told.length === 0 ? underWay(scan).length === 0 && !isHearsay(scan, scan.text.length) : told.some((span) => isFinal(scan, span))
}
