import { yearOf } from '../domain/moments.ts'
import { lastYear, monthName } from '../domain/span.ts'
import { NUMBER, readNumber } from './numbers.ts'

/** A time that figures are told of: a month 2026-11, a quarter 2026Q4, a year 2026. */
export interface SpokenPeriod {
  kind: 'month' | 'quarter' | 'year'
  period: string
  /** The text without it. */
  rest: string
}

const FIGURES = '[零〇○一二三四五六七八九]{4}'
const AGO_WORD = '(今年|去年|前年)'
const YEAR = `(?:(\\d{4}|${FIGURES})年|${AGO_WORD})`
/** 26年 is a year where a month stands behind it. */
const YEAR_OF_MONTH = `(?:(\\d{4}|(?<!\\d)\\d{2}|${FIGURES})年|${AGO_WORD})的?`
const YEAR_OF_QUARTER = `(?:(\\d{4}(?=Q|第?[1-4一二三四]季)|(?:\\d{4}|${FIGURES})(?=年))年?|${AGO_WORD})的?`
/** 10-11月, 前10月, 10月到12月, 10月底: several months, or no whole one. */
const MORE_BEFORE = '(?<![\\d零一二三四五六七八九十~～至到、前近后第-])'
const MORE_BEHIND = '(?![-~～至到、]\\s?[\\d一二三四五六七八九十]|[初中底末]|[上下]旬|内|\\s*[\\d一二三四五六七八九十廿]+\\s*[日号])'
const AGO: Record<string, number> = { 今年: 0, 去年: 1, 前年: 2 }
const FORMS = {
  thisMonth: /(?:本|这个?|当)月份?/u,
  lastMonth: /(上+)个?月份?/u,
  month: new RegExp(`(?:${YEAR_OF_MONTH}|${MORE_BEFORE})(${NUMBER})月份?${MORE_BEHIND}`, 'u'),
  thisQuarter: /(?:本|这个?|当前)季度?/u,
  lastQuarter: /上一?个?季度?/u,
  quarter: new RegExp(`(?:${YEAR_OF_QUARTER})?(?:第?([1-4一二三四])季度?|Q([1-4]))`, 'iu'),
  year: new RegExp(`${YEAR}(?:度|全年)?|本年度?|全年|年度`, 'u'),
} as const

const monthBefore = (month: string, n: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - n
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
const yearOfDigits = (said: string): number => {
  const year = Number(Array.from(said, (c) => readNumber(c) ?? '').join(''))
  return year < 100 ? 2000 + year : year
}
const quarterOf = (month: string): string => `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5)) / 3)}`

/**
 * 本月, 上个月, 去年6月, 三季度, 这个季度, 今年 anywhere in a text. What has no year is the last of its name: nobody tells of a
 * month to come. A day (12月5日) is no month.
 */
export function readPeriod(text: string, now: Date): SpokenPeriod | null {
  const thisMonth = monthName(now)
  const said = (found: RegExpExecArray, kind: SpokenPeriod['kind'], period: string): SpokenPeriod => ({
    ...{ kind, period },
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s{2,}/gu, ' ').trim(),
  })
  const yearSaid = (digits: string | undefined, word: string | undefined): number | null =>
    digits ? yearOfDigits(digits) : word ? yearOf(now) - (AGO[word] ?? 0) : null
  const running = FORMS.thisQuarter.exec(text)
  if (running) return said(running, 'quarter', quarterOf(thisMonth))
  const over = FORMS.lastQuarter.exec(text)
  if (over) return said(over, 'quarter', quarterOf(monthBefore(thisMonth, 3)))
  const quarter = FORMS.quarter.exec(text)
  const q = readNumber(quarter?.[3] ?? quarter?.[4] ?? '')
  if (quarter && q !== null) {
    const year = yearSaid(quarter[1], quarter[2])
    const named = `${year ?? yearOf(now)}Q${q}`
    return said(quarter, 'quarter', year === null && named > quarterOf(thisMonth) ? `${yearOf(now) - 1}Q${q}` : named)
  }
  const current = FORMS.thisMonth.exec(text)
  if (current) return said(current, 'month', thisMonth)
  const before = FORMS.lastMonth.exec(text)
  if (before) return said(before, 'month', monthBefore(thisMonth, (before[1] ?? '').length))
  const month = FORMS.month.exec(text)
  const number = readNumber(month?.[3] ?? '')
  if (month && number !== null && number >= 1 && number <= 12) {
    const year = yearSaid(month[1], month[2])
    const named = `${year ?? yearOf(now)}-${String(number).padStart(2, '0')}`
    return said(month, 'month', year === null && named > thisMonth ? lastYear(named) : named)
  }
  const year = FORMS.year.exec(text)
  return year && said(year, 'year', String(yearSaid(year[1], year[2]) ?? yearOf(now)))
}

/** The words are such a time and nothing else; which one it is does not matter. */
export const isPeriod = (words: string, kind?: SpokenPeriod['kind']): boolean => {
  const said = readPeriod(words, new Date(0))
  return said !== null && /^的?$/u.test(said.rest) && (kind === undefined || said.kind === kind)
}
