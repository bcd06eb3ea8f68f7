import { weekdayOf } from '../domain/moments.ts'
import { num } from './amount.ts'
import { hasDigit, NUMBER } from './numbers.ts'
import {
  D,
  date,
  days,
  END_OF_YEAR,
  ENDS,
  endOfMonth,
  type Form,
  form,
  type Ground,
  monday,
  monthAt,
  monthOf,
  TO,
  UNCLEAR,
  WEEK,
  weekdayNumber,
  YEAR,
  yearOf,
  yearsSaid,
} from './sense.ts'

const IN_MONTH = '(底|末|初|中旬?|上旬|下旬)'

/** A part of a month as the day it ends on. */
function partOfMonth(part: string, year: number, month: number, ground: Ground): number | null {
  if (part === '上旬') return date(year, month, 10)
  if (part === '中旬') return date(year, month, 20)
  return endOfMonth(year, month, ground)
}
const isVague = (part: string | undefined): boolean => part === '初' || part === '中'

const onWeekday = (w: string | undefined, day: number | null): boolean =>
  w === undefined || (day !== null && weekdayOf(day) === weekdayNumber(w))

const MONTH_DAYS: readonly Form[] = [
  [
    form(`(?:${YEAR}的?)?${D}月份?\\s?(?:${D}[日号]?(${TO})(?!${NUMBER}月))?${D}([日号]?)(?:[（(]?${WEEK}([一二三四五六日天])[)）]?)?`),
    ([, y, word, m, begins, to = '', d, unit, w], ground) => {
      // 八月十五 is the festival as well as a day of August.
      if (!y && !word && unit === '' && !hasDigit(`${m}${d}`)) return UNCLEAR
      const found = yearsSaid(y, word, ground).map((year) => date(year, num(m), num(d)))
      const fitting = found.filter((day) => onWeekday(w, day))
      if (fitting.length === 0) return UNCLEAR
      if (begins === undefined) return days(fitting, y?.length === 4 && w !== undefined ? { sure: true } : {})
      // The fifth and the eighth are no stretch.
      const isListed = /[、或和]/u.test(to) && num(d) > num(begins) + 1
      return isListed || num(begins) >= num(d) ? UNCLEAR : days(fitting, { since: num(d) - num(begins) })
    },
  ],
  [
    form(`(?:${YEAR}的?)?${D}月份?${IN_MONTH}`),
    ([, y, word, m, part = ''], ground) =>
      isVague(part) || num(m) > 12
        ? UNCLEAR
        : days(
            yearsSaid(y, word, ground).map((year) => partOfMonth(part, year, num(m), ground)),
            { loose: true },
          ),
  ],
  [
    form(`(?:${YEAR}的?)?元月${D}[日号]?`),
    ([, y, word, d], ground) => days(yearsSaid(y, word, ground).map((year) => date(year, 1, num(d)))),
  ],
  // A month or a year alone is no day.
  [form(`(?:${YEAR}的?)?${D}月份?${ENDS}`), () => UNCLEAR],
  [form(`(?:今年|明年|后年|来年)(?:${ENDS}|[春夏秋冬]天?)|开春|入冬|立[春夏秋冬]|[夏冬]至`), () => UNCLEAR],
  [
    form(`(上+|下+|本|这个?|当)个?月份?\\s?(?:(\\d{1,2})(?:[日号]|${ENDS})|(?:${D}[日号]?${TO})?${D}[日号]|${IN_MONTH})`),
    ([, which = '', dom, begins, d, part], ground) => {
      const [year, month, over] = monthSaid(which, ground)
      if (part) return isVague(part) ? UNCLEAR : days([partOfMonth(part, year, month, ground)], { loose: true, ...over })
      const last = date(year, month, num(dom ?? d))
      const first = begins === undefined ? null : date(year, month, num(begins))
      if (last === null || (begins !== undefined && (first === null || first >= last))) return UNCLEAR
      return days([last], { ...over, ...(first !== null && { first }) })
    },
  ],
  [
    form(`(?:(上+|下+)个?月份?|(本|这个?|当)月份?${ENDS})`),
    ([, other, this_ = ''], ground) => {
      const [year, month, over] = monthSaid(other ?? this_, ground)
      return days([endOfMonth(year, month, ground)], { loose: true, rough: true, ...over })
    },
  ],
  [
    form('(?:月(底|末|初|中旬?)|(上旬|中旬|下旬))(?![间央])'),
    ([, part, tenth], ground) =>
      isVague(part)
        ? UNCLEAR
        : days(
            [-1, 0, 1].map((by) => partOfMonth(part ?? tenth ?? '', ...monthAt(yearOf(ground.today), monthOf(ground.today) + by), ground)),
            { loose: true },
          ),
  ],
  [
    form(END_OF_YEAR),
    ([, y, word], ground) =>
      days(
        yearsSaid(y, word, ground).map((year) => endOfMonth(year, 12, ground)),
        { loose: true },
      ),
  ],
  [form('(?:今年|明年|后年|来年|\\d{4}年)?(?:年初|年中|[上下]半年)|[上下]半月'), () => UNCLEAR],
]

function monthSaid(which: string, { today }: Ground): [year: number, month: number, over: { over?: true }] {
  const by = which.startsWith('上') ? -which.length : which.startsWith('下') ? which.length : 0
  return [...monthAt(yearOf(today), monthOf(today) + by), by < 0 ? { over: true } : {}]
}

/** 1.5 and 3-5 may be spans that lost their unit. */
const isSpanLike = (m: number, d: number, dot: string): boolean => (dot === '.' ? d === 5 && m <= 3 : dot !== '/' && d > m && d - m <= 3)
const NO_MEASURE = '(?![\\d.:/%个元块米万亿千百吨斤公里亩方升平度寸尺厘分层倍成折kKmM])'

const WRITTEN: readonly Form[] = [
  [form('(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})[日号]?'), ([, y, m, d]) => days([date(num(y), num(m), num(d))])],
  [form('(20\\d{2})([01]\\d)([0-3]\\d)(?!\\d)'), ([, y, m, d]) => days([date(num(y), num(m), num(d))])],
  [
    form(`(1[0-2]|0?[1-9])([.\\-/])(3[01]|[12]\\d|0?[1-9])([日号]?)${NO_MEASURE}`),
    ([, m, dot = '', d, unit], ground) =>
      unit === '' && isSpanLike(num(m), num(d), dot)
        ? UNCLEAR
        : days(yearsSaid(undefined, undefined, ground).map((y) => date(y, num(m), num(d)))),
  ],
]

const LATER: Record<string, number> = { 今: 0, 当: 0, 明: 1, 后: 2 }
const DAY_WORDS: readonly Form[] = [
  [form('(大*)后(?:天|日|儿)'), ([, far = ''], { today }) => (far.length > 2 ? UNCLEAR : days([today + 2 + far.length]))],
  // In one place the day after 后天, in another the one after that.
  [form('外+后[天日]'), () => UNCLEAR],
  [form('([今当明])(?:天|日(?!期|常)|儿个?|早(?![期已])|晚|夜)'), ([, word = ''], { today }) => days([today + (LATER[word] ?? 0)])],
  [form('(今|明)[天日]?[、和到至]?(明|后)(?:两|二|2)?天'), ([, a = '', b = ''], { today }) => twoDays(today, LATER[a], LATER[b])],
  [form('今明后(?:三|3)?天'), (_, { today }) => days([today + 2], { first: today })],
  [form('次日|隔[天日]|第二天|改天|改日'), () => UNCLEAR],
  [form('(大*)前[天日]'), ([, far = ''], { today }) => (far.length > 2 ? UNCLEAR : days([today - 2 - far.length], { over: true }))],
  [form('昨(?:天|日|儿|晚|夜)'), (_, { today }) => days([today - 1], { over: true })],
]

const twoDays = (today: number, first = 0, last = 0) => (last > first ? days([today + last], { first: today + first }) : UNCLEAR)

const WEEKS: readonly Form[] = [
  [
    form(`(?:(上{1,3}|下{1,3}|这个?|本|每)个?)?${WEEK}([一二三四五六日天1-7])(?![\\d层楼])`),
    ([, which, w = ''], { today }) => {
      const day = monday(today) + weekdayNumber(w) - 1
      if (which === undefined) return days([day - 7, day, day + 7])
      if (which === '每') return UNCLEAR
      if (which.startsWith('上')) return days([day - 7 * which.length], { over: true })
      return days([which.startsWith('下') ? day + 7 * which.length : day])
    },
  ],
  [
    form(`(?:(上+|下+|这个?|本)个?)?${WEEK}末`),
    ([, which = ''], { today }) => {
      const by = which.startsWith('上') ? -which.length : which.startsWith('下') ? which.length : 0
      const last = monday(today) + 6 + 7 * by
      return days([last], { first: last - 1, loose: true, ...(by < 0 && { over: true }) })
    },
  ],
  // The week's work ends on Friday.
  [
    form(`(?:(上+|下+)个?${WEEK}|(?:这个?|本)${WEEK}${ENDS}|周内)`),
    ([, which = ''], { today }) => {
      const by = which.startsWith('上') ? -which.length : which.length
      const first = monday(today) + 7 * by
      return days([Math.max(first + 4, by === 0 ? today : 0)], { first, loose: true, ...(by < 0 && { over: true }) })
    },
  ],
]

export const DAYS: readonly Form[] = [...MONTH_DAYS, ...WRITTEN, ...DAY_WORDS, ...WEEKS]
