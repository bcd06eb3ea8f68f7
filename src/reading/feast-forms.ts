import { type Calendar, FESTIVALS, type Festival, shiftWorkdays } from '../domain/calendar.ts'
import { num } from './amount.ts'
import { days, ENDS, type Form, form, type Ground, type Sense, UNCLEAR, YEAR, yearsSaid } from './sense.ts'

const LUNAR = '(?:农历|阴历|旧历|老历)'
const LUNAR_MONTH = '(正|冬|腊|十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])月'
const FIRST_TENTH = '初(?:[一二三四五六七八九十]|10|[1-9])'
const LUNAR_DAY = `(${FIRST_TENTH}|廿[一二三四五六七八九]?|[二三]十[一二三四五六七八九]?|十[一二三四五六七八九]?|[123]?\\d)[日号]?`
const MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 }

const monthNumber = (said: string): number => MONTHS[said] ?? num(said)
const dayOfMonth = (said: string): number => num(said.replace(/^初/u, ''))

/** The years whose lunar months lie around today. */
const lunarYears = (ground: Ground): number[] => yearsSaid(undefined, undefined, ground)

function lunarDays(ground: Ground, month: number, day: number, years = lunarYears(ground)): Sense {
  const found = years.map((year) => ground.calendar.lunarDay(year, month, day))
  return found.every((d) => d === null) ? UNCLEAR : days(found)
}

const eve = (ground: Ground): Sense =>
  days(
    lunarYears(ground).map((year) => {
      const spring = ground.calendar.festival('spring', year)
      return spring === null ? null : spring - 1
    }),
  )

const LUNAR_DATES: readonly Form[] = [
  [
    form(`${LUNAR}(?:${YEAR}的?)?(闰?)${LUNAR_MONTH}${LUNAR_DAY}`),
    ([, y, word, leap, m = '', d = ''], ground) =>
      leap ? UNCLEAR : lunarDays(ground, monthNumber(m), dayOfMonth(d), y || word ? yearsSaid(y, word, ground) : undefined),
  ],
  [form(`${LUNAR}(?:${YEAR})?(?:闰?${LUNAR_MONTH})?(?:${LUNAR_DAY})?`), () => UNCLEAR],
  [form(`(?:${YEAR}的?)?闰${LUNAR_MONTH}(?:${LUNAR_DAY})?`), () => UNCLEAR],
  [form(`(正|冬|腊)月${LUNAR_DAY}`), ([, m = '', d = ''], ground) => lunarDays(ground, monthNumber(m), dayOfMonth(d))],
  [
    form(`${LUNAR_MONTH}(${FIRST_TENTH}|廿[一二三四五六七八九]?)`),
    ([, m = '', d = ''], ground) => lunarDays(ground, monthNumber(m), dayOfMonth(d)),
  ],
  [form(`(?:正|冬|腊)月(?:[里底末初中]|[上下]旬)?`), () => UNCLEAR],
  [form('大年(初(?:[一二三四五六七八九十]))'), ([, d = ''], ground) => lunarDays(ground, 1, dayOfMonth(d))],
  [
    form(`(${FIRST_TENTH}|廿[一二三四五六七八九])(?![级步中高期审稿])(?!号)`),
    ([, d = ''], ground) =>
      days(
        lunarYears(ground)
          .flatMap((year) => Array.from({ length: 12 }, (_, m) => ground.calendar.lunarDay(year, m + 1, dayOfMonth(d))))
          .toSorted((a, b) => (a ?? 0) - (b ?? 0)),
        // In a leap month the day would be another one.
        { rough: true },
      ),
  ],
  [form('过[了完](?:元宵|重阳|腊八|除夕|十五)节?|(?:元宵|重阳|腊八|除夕)节?[之以]?[前后]'), () => UNCLEAR],
  [form('除夕|大年三十|年三十'), (_, ground) => eve(ground)],
  [form('腊八(?:节)?'), (_, ground) => lunarDays(ground, 12, 8)],
  [form('元宵(?:节)?'), (_, ground) => lunarDays(ground, 1, 15)],
  [form('重阳(?:节)?'), (_, ground) => lunarDays(ground, 9, 9)],
  [form('小年(?!轻)'), () => UNCLEAR],
]

const NAMES: Readonly<Record<string, Festival>> = {
  ...{ 元旦: 'newYear', 春节: 'spring', 过年: 'spring', 年: 'spring', 清明: 'qingming', 五一: 'labour', 劳动节: 'labour' },
  ...{ 端午: 'dragonBoat', 中秋: 'midAutumn', 国庆: 'national', 十一: 'national' },
}
const NAME = `(${Object.keys(NAMES).join('|')})(?:节)?(?:长?假期?|放假)?`

type Side = 'before' | 'after' | 'on'

/** The working day before a holiday, or the first one after it. */
function around(day: number, side: Side, calendar: Calendar): number {
  if (side === 'on') return day
  if (side === 'after') return shiftWorkdays(day, 1, calendar)
  return shiftWorkdays(day, -1, calendar)
}

const yearlyDays = (festivals: readonly Festival[], side: Side, ground: Ground): Sense => {
  const all = lunarYears(ground).flatMap((year) => festivals.map((name) => ground.calendar.festival(name, year)))
  const found = all.flatMap((day) => (day === null ? [] : around(day, side, ground.calendar)))
  return days(
    found.toSorted((a, b) => a - b),
    { rough: true },
  )
}

const AFTER = '(?:[之以过]?后|完)'
const BEFORE = '[之以]?前(?![两一二三半几])'
const FEASTS: readonly Form[] = [
  [form(`过[了完]${NAME}${AFTER}?`), ([, name = ''], ground) => ofName(name, 'after', ground)],
  [form(`${NAME}${AFTER}`), ([, name = ''], ground) => ofName(name, 'after', ground)],
  [form(`${NAME}${BEFORE}`), ([, name = ''], ground) => ofName(name, 'before', ground)],
  [form('(?:过[了完])节[后]?|节[之以]?后'), (_, ground) => yearlyDays(FESTIVALS, 'after', ground)],
  [form('节[之以]?前'), (_, ground) => yearlyDays(FESTIVALS, 'before', ground)],
  [form(`(元旦|春节|清明|五一|端午|中秋|国庆|过年)节?(?:那天|当天|${ENDS})`), ([, name = ''], ground) => ofName(name, 'on', ground)],
]

const ofName = (name: string, side: Side, ground: Ground): Sense => {
  const festival = NAMES[name]
  return festival ? yearlyDays([festival], side, ground) : UNCLEAR
}

export const FEAST_FORMS: readonly Form[] = [...LUNAR_DATES, ...FEASTS]
