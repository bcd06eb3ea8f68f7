import { listOf, phrasesOf } from './grammar.ts'
import type { Scan } from './scan.ts'
import { SO_OR_NOT } from './twisted.ts'

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
  'merely',
  'cannot',
  'turning',
  'just-now',
  'seems',
  'forbid',
  'whether',
  'finished',
  'closing',
  'reminder',
  'social',
  'no-doubt',
  'under-way',
  'and-done',
  'unfinished',
  'others',
  'retold',
  'bygone',
  'this-one',
  'all-well',
  'granting',
  'amiss',
  'amiss-of',
  'not-mine',
  'give-back',
  'made-to',
  'these-days',
  'seen-myself',
  'not-so',
  'who-did',
  'refused',
  'grants-days',
  'had-done',
  'broken',
  'by-me',
  'for-me',
  'asks-what',
  'unknown-yet',
  'not-come',
  'not-granted',
  'hung',
  'wish-of-others',
  'this-job',
  'had-met',
])
  listOf(list, 'doubt.txt')

const GAP = /[ ,，、。.;；:：!！?？]/u

export const clauseFrom = (text: string, at: number): number => {
  for (let i = at - 1; i >= 0; i--) if (GAP.test(text[i] ?? '')) return i + 1
  return 0
}

/** What stands between its signs: 李建国在忙，7号给他宽限三天 has two. */
export const clausesOf = (text: string): Span[] =>
  [...text.matchAll(/[^ ,，、。.;；:：!！?？]+[ ,，、。.;；:：!！?？]*/gu)].map((c) => ({ at: c.index, end: c.index + c[0].length }))

/** 这会儿 holds no 会, 该事项 no 该: what a doubt is only part of doubts nothing. */
export const doubtsIn = (scan: Scan, list: string): Span[] => {
  const none = scan.spansOf('no-doubt')
  return scan.spansOf(list).filter(({ at }) => !none.some((s) => at >= s.at && at < s.end))
}

export const isDoubted = (scan: Scan, list: string, from = 0, to = scan.text.length): boolean =>
  doubtsIn(scan, list).some((s) => s.at >= from && s.end <= to)

/** How long a phrase of such a list may be. */
const LONGEST_BEFORE = 8

/** Whether a phrase of the list stands right before this place, the shorter or the longer of two that begin alike: 不 and 不是. */
const stands = (scan: Scan, list: string, before: number): boolean =>
  Array.from({ length: Math.min(before, LONGEST_BEFORE) }, (_, i) => before - 1 - i).some((at) =>
    [...scan.endsOf(list, at)].includes(before),
  )

/** 别转, 不用派, 弄不了, 有没有报: what stands right before it or right behind it turns it round; 缓两天不 only asks. */
export const isTurned = (scan: Scan, { at, end }: Span): boolean =>
  (at > 0 && scan.text.startsWith('有没', at - 1)) ||
  (stands(scan, 'turning', at) && !stands(scan, 'just-now', at)) ||
  (scan.text[end - 1] !== '了' && scan.spansOf('cannot').some((s) => s.at === end && s.end < scan.text.length))

/** 他问啥时候能修, 说清了为啥没修: somebody else's question, told. */
export const isRetold = (scan: Scan, { at }: Span): boolean => scan.holds('retold', clauseFrom(scan.text, at), at)

/** 哪段破哪段留都标上了, 谁家漏谁家不漏也看了, 哪天修好哪天告诉你: each of them, and no question. */
const EACH = /(哪\p{Script=Han}|谁|几)[^\s，,。]{1,6}\1[^\s，,。]*[都也][^\s，,。]*了|(哪天|啥时|什么时候|几时)[^\s，,。]{1,6}\2/u

/** Nothing runs on from it, as 吧 and 大不大 do in 没有问题吧, 没有问题大不大. */
const AFTER_LEFT = /^了?(?:$|[^\p{Script=Han}]|[我你给可请麻这它])/u

/** 处理到位了没有遗留问题: how well it is, and no question. */
export const isOfWhatIsLeft = (scan: Scan, { end }: Span): boolean =>
  ['没', '没有'].some((no) => scan.text.slice(0, end).endsWith(no)) &&
  !isQuestionAtEnd(scan.text) &&
  [end - 2, end - 1].some(
    (at) =>
      at >= 0 &&
      [...scan.endsOf('all-well', at)].some((to) => to > end && !GAP.test(scan.text.slice(at, to)) && AFTER_LEFT.test(scan.text.slice(to))),
  )

/** 修好没 at the end of what is said asks; 修好没顾上说, 修好没有我也不晓得 do not. */
export const isAsked = (scan: Scan, { at, end }: Span): boolean =>
  !EACH.test(scan.text) &&
  !isOfWhatIsLeft(scan, { at, end }) &&
  !scan.holds('unknown-yet', end) &&
  (scan.text[end - 1] !== '没' || /^(?:$|[^\p{Script=Han}]|有?[呢啊呀哩咧哦嘛哈你])/u.test(scan.text.slice(end)))

/** 要是, 等我, but not 等到了批复, which has come. */
export const supposedIn = (scan: Scan): Span[] => doubtsIn(scan, 'if').filter((s) => scan.text[s.end] !== '了')
export const isSupposed = (scan: Scan, { at }: Span): boolean => supposedIn(scan).some((s) => s.at < at)

/** 按说不归我，派都派来了，我弄吧: what is granted at the beginning is not what is meant in the end. */
export const isGranted = (scan: Scan, { at, end }: Span): boolean =>
  scan.spansOf('granting').some((s) => s.at >= clauseFrom(scan.text, at) && s.at < at) && clausesOf(scan.text).some((c) => c.at >= end)

/** 四号叫我给治住了: done by me, where 四号叫我去拉 is for later. */
const BY_ME = /[叫让](?:我|额|俺|咱)们?给[^\s，,。去来]{1,4}了/u
/** 明天提醒我去拉: nothing of it is to be done now. */
export const isForLater = (scan: Scan): boolean => scan.holds('reminder') && !BY_ME.test(scan.text)

/** 我弄的, 我修好的: told of who did it; 替我办, 电工下午就到, 有啥要我干的: somebody else is to do it, or nobody yet. */
export const isOfDoer = (scan: Scan, { at, end }: Span): boolean => {
  const from = clauseFrom(scan.text, at)
  return (
    scan.spansOf('by-me').some((s) => s.at >= at && s.at < end) ||
    scan.spansOf('for-me').some((s) => s.at < at && s.end > at) ||
    ['mender', 'others'].some((list) => stands(scan, list, at)) ||
    isDoubted(scan, 'asks-what', from, at)
  )
}

/** 牌子挂着呢 puts no matter off; 满仓想延两天 is somebody else's wish, but not 给满仓延两天. */
export const isOfThingsOrOthers = (scan: Scan): boolean =>
  scan.holds('hung') || scan.spansOf('wish-of-others').some((s) => !/[给替帮让准容]$/u.test(scan.text.slice(0, s.at)))

/** 上午把两家叫来坐了坐: they have met, and no other day is named behind it. */
export const haveMet = (scan: Scan): boolean =>
  scan.spansOf('had-met').some((met) => !scan.spansOf('when').some((day) => day.at >= met.end))

/** 县上没批，只能等着: what is waited for has not come. */
export const isStillAway = (scan: Scan, { at, end }: Span): boolean => scan.holds('not-come', at, end)

/** 挂账跟延期有啥不一样, 能缓几天: what is asked there, or behind it in the same breath, asks about it. */
export const isAskedAbout = (scan: Scan, { at, end }: Span): boolean => {
  const to = clausesOf(scan.text).find((c) => end <= c.end)?.end ?? scan.text.length
  return doubtsIn(scan, 'asks-what').some((s) => s.end > at && s.end <= to)
}

/** 修好没, 修没修, 真的假的. */
export const isQuestionAtEnd = (text: string): boolean =>
  /(?:[吗么没]|(?<!(?:啥|什么|[一半]点|都|也|并).{0,4})没有|(?<![，,说也要])不|哪[里儿个]|多少|来着)[。.]?$/u.test(text) ||
  SO_OR_NOT.test(text)

/** 不能不受理, 老汉不是眼花, 要不要退回去: nothing is let go of, and nothing undone. */
export const isKept = (scan: Scan): boolean => scan.holds('not-so') || scan.holds('whether') || isQuestionAtEnd(scan.text)

/** 不是我片上的，退回去: whoever says that it is not theirs gives a matter back, and takes back nothing of their own. */
export const isGivenBack = (scan: Scan): boolean => scan.holds('not-mine') && scan.holds('give-back')

/** 类别, 特别: no 别 that forbids. */
const KIND = /[类特区性级个分]$/u

const HURRY = ['催办', '督办']
/** What is forbidden in these words is this alone: 不用挂，多要两天 still asks for the days, 莫催了，给满仓 still hands over. */
const ONLY_OF: Readonly<Record<string, readonly string[]>> = { 挂: ['挂账'], 延: ['延期'], 催: HURRY, 盯: HURRY, 督: HURRY }

/** 不用转给王芳, 先别挂账; 是否需要督办 only asks. */
export const isForbidden = (scan: Scan, order: string): boolean =>
  scan.holds('whether') ||
  scan
    .spansOf('forbid')
    .some(
      (s) =>
        !KIND.test(scan.text.slice(0, s.at)) && !isOfFormer(scan, s) && (ONLY_OF[scan.text.charAt(s.end - 1)]?.includes(order) ?? true),
    )

/** 别让他弄了，换建国: it is to be another's. */
const isOfFormer = (scan: Scan, { end }: Span): boolean =>
  ['he', 'who'].some((list) => [...scan.endsOf(list, end)].length > 0) &&
  scan.spansOf('call-on').some((s) => s.at > end && [...scan.endsOf('who', s.end)].length > 0)

/** 满仓太慢，别让他弄了: he is given nothing. */
export const isForbiddenIn = (scan: Scan, { at, end }: Span): boolean => scan.spansOf('forbid').some((s) => s.at >= at && s.at < end)

/** 谁把7号转给满仓的, 满仓还是建国: nothing is asked for but an answer. */
export const isAskedWhoDid = (scan: Scan): boolean => scan.holds('who-did')

/** 给满仓不合适，换王芳: whoever is named and then found unfit is given nothing. */
export const isRefused = (scan: Scan, nameEnd: number): boolean => scan.spansOf('refused').some((s) => s.at === nameEnd)

/** 给满仓多加一天 gives him days, and 请满仓去看了看 has been done: neither gives a matter. */
export const isNotGiven = (scan: Scan): boolean => scan.holds('grants-days') || scan.holds('had-done')

/** 想请两天假，领导还没点头: no leave yet. */
export const isUngranted = (scan: Scan): boolean => scan.holds('leave-word') && scan.holds('not-granted')

/** 今晚一起吃饭: people among themselves. */
export const isAmongPeople = (text: string): boolean => phrasesOf('social', 'doubt.txt').some((words) => text.includes(words))
