import { type Calendar, shiftWorkdays } from '../domain/calendar.ts'
import { DAY_MS } from '../domain/durations.ts'
import { dayName } from '../domain/moments.ts'
import { AMOUNT, amountOf, num } from './amount.ts'
import {
  D,
  date,
  days,
  ENDS,
  type Form,
  form,
  type Ground,
  monthAt,
  monthOf,
  on,
  type Sense,
  STOPS,
  TO,
  UNCLEAR,
  type When,
  yearOf,
} from './sense.ts'

/** Nobody means a Sunday by "in a month": the working day it falls on or the next. */
const roughly = (day: number, calendar: Calendar): When => on(shiftWorkdays(day - 1, 1, calendar))

/** Up to six days people mean working days (两天 over a weekend is four); from a week on they count the calendar. */
const inDays = (n: number, calendar: Calendar): Sense =>
  n > 0 && n <= 400
    ? { is: 'span', from: (day) => (n < 7 ? { workingDays: Math.ceil(n) } : roughly(day + Math.ceil(n), calendar)) }
    : UNCLEAR

function inMonths(n: number, calendar: Calendar): Sense {
  if (!(n > 0 && n <= 60)) return UNCLEAR
  const [whole, part] = [Math.floor(n), n - Math.floor(n)]
  return { is: 'span', from: (day) => roughly(monthsLater(day, whole) + Math.round(part * 30), calendar) }
}

function monthsLater(day: number, n: number): number {
  const [year, month] = monthAt(Number(dayName(day).slice(0, 4)), Number(dayName(day).slice(5, 7)) + n)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Date.UTC(year, month - 1, Math.min(Number(dayName(day).slice(8)), last)) / DAY_MS
}

/** 3天, 3到5天, 三天到五天: the end is meant. */
const amount = (unit: string): string => `(?:${AMOUNT}\\s?(?:${unit})?${TO})?${AMOUNT}\\s?(?:${unit})`
/** What has gone by is no time to come: 三天没水, 停了三天, 三天前, 一周两次. */
const GOING = '(?<!(?<![过再])了|过去|已经?|[近这那头])'
const GONE = '(?!\\s?(?:前|以前|没|未|了|不|都|两头|[一两三几][次趟回]|打鱼|多?了))'
const HALF = '(半?)'

function between(least: string | undefined, most: number): boolean {
  return least === undefined || amountOf(least) < most
}

const DAYS_LONG: readonly Form[] = [
  [
    form(`${GOING}${amount('个?工作日')}${GONE}`),
    ([, least, n]) => {
      const most = amountOf(n)
      return most > 0 && most < 400 && between(least, most) ? { is: 'span', from: () => ({ workingDays: Math.ceil(most) }) } : UNCLEAR
    },
  ],
  [
    form(`${GOING}${amount('天')}${HALF}${GONE}(?![气晴黑亮])`),
    ([, least, n, half], { calendar }) => {
      const most = amountOf(n) + (half ? 0.5 : 0)
      return between(least, most) ? inDays(most, calendar) : UNCLEAR
    },
  ],
  // 三日内 is within three days; 三日 by itself may be the third.
  [
    form(`${GOING}${amount('日')}(?=[之以]?内)`),
    ([, least, n], { calendar }) => (between(least, amountOf(n)) ? inDays(amountOf(n), calendar) : UNCLEAR),
  ],
  [
    form(`${GOING}${amount('周|个?星期|个?礼拜')}${HALF}${GONE}(?![一二三四五六日天末])`),
    ([, least, n, half], { calendar }) => {
      const most = amountOf(n) * 7 + (half ? 3.5 : 0)
      if (!between(least, amountOf(n)) || !(most > 0 && most < 420)) return UNCLEAR
      return { is: 'span', from: (day) => roughly(day + Math.ceil(most), calendar) }
    },
  ],
  [
    form(`${GOING}(?:${AMOUNT}\\s?(?:个月)?${TO})?${AMOUNT}\\s?个(半)?月(半)?${GONE}`),
    ([, least, n, half, behind], { calendar }) => {
      const most = amountOf(n) + (half || behind ? 0.5 : 0)
      return between(least, most) ? inMonths(most, calendar) : UNCLEAR
    },
  ],
  [form(`${GOING}半个?月${GONE}`), (_, { calendar }) => ({ is: 'span', from: (day) => roughly(day + 15, calendar) })],
  [
    form(`${GOING}(?:${AMOUNT}(?:年)?${TO})?${AMOUNT}年(半)?${ENDS}`),
    ([, least, n, half], { calendar }) => {
      const most = amountOf(n) + (half ? 0.5 : 0)
      return between(least, most) && most < 6 ? inMonths(most * 12, calendar) : UNCLEAR
    },
  ],
]

/** Times that have no end anybody could name. */
const VAGUE: readonly Form[] = [
  [form(`${GOING}(?:${D})?(?:[几多余来]|好几)\\s?个?(?:天|日|周|星期|礼拜|月|年|工作日)${GONE}`), () => UNCLEAR],
  [form(`${GOING}${D}个多(?:星期|礼拜|月)${GONE}`), () => UNCLEAR],
  [form(`${GOING}${AMOUNT}\\s?个?(?:小时|钟头)(?:半)?(?=${STOPS}|后)`), () => UNCLEAR],
  [form(`${GOING}(?:过一?[段阵](?:时间|日子|子)?|一段时间|一阵子?|过些(?:天|日子|时候))${GONE}|近[期日]${ENDS}`), () => UNCLEAR],
]

const MONTHS = Array.from({ length: 25 }, (_, i) => i - 12)

/** The days of that number in the months around. */
const domAround = (d: number, { today }: Ground): (number | null)[] =>
  MONTHS.map((by) => date(...monthAt(yearOf(today), monthOf(today) + by), d))

const NO_HOUSE = '(?![楼房机线路院门井泵桶池桩杆台码])'
const DAYS_OF_MONTH: readonly Form[] = [
  [
    form(`(?:${D}[日号]?(${TO}))?${D}\\s?号${NO_HOUSE}`),
    ([, begins, to = '', d], ground) => {
      const around = domAround(num(d), ground)
      if (begins === undefined) return around.every((day) => day === null) ? UNCLEAR : days(around)
      const isListed = /[、或和]/u.test(to) && num(d) > num(begins) + 1
      const isStretch = num(begins) > 0 && num(begins) < num(d) && !isListed
      return isStretch ? days(around, { since: num(d) - num(begins) }) : UNCLEAR
    },
  ],
  // 到10日 is the tenth, 延10日 ten days; 10日后 may be either.
  [
    form(`(?<=[到至在于-]\\s?)${D}\\s?日(?![期子常程后之以内])|${D}\\s?日(?=之?前)`),
    ([, d, by], ground) => days(domAround(num(d ?? by), ground)),
  ],
  [form(`${D}\\s?日(?![期子常程]|[之以]?后)`), ([, d], ground) => days(domAround(num(d), ground), { orSpan: true })],
  [form(`${D}\\s?日[之以]?后`), () => UNCLEAR],
]

export const SPANS: readonly Form[] = [...DAYS_LONG, ...VAGUE, ...DAYS_OF_MONTH]
