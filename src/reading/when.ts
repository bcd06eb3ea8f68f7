import { addWorkingDays, type Calendar, endOfWorkOn, shiftWorkdays } from '../domain/calendar.ts'
import { DAY_MS } from '../domain/durations.ts'
import { dayName, dayNumber, numberOfDay, weekdayOf } from '../domain/moments.ts'
import { NUMBER, readNumber } from './numbers.ts'

export type When = { day: string } | { workingDays: number }

export interface SpokenWhen {
  when: When
  /** The text without the date: mostly the reason. */
  rest: string
}

interface Ground {
  today: number
  /** Where spans begin: today, or the old deadline when more time is asked for. */
  from: number
  calendar: Calendar
}

type Reading = [form: RegExp, read: (found: string[], ground: Ground) => When | null]

const N = `(${NUMBER})`
const WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天1-7])'
const num = (said: string | undefined): number => readNumber(said ?? '') ?? Number.NaN

const on = (day: number): When => ({ day: dayName(day) })
const yearOfDay = (day: number): number => Number(dayName(day).slice(0, 4))
const monthOfDay = (day: number): number => Number(dayName(day).slice(5, 7))
const monday = (day: number): number => day - weekdayOf(day) + 1
const weekdayNumber = (c: string | undefined): number => (c === '天' || c === '日' ? 7 : num(c))

function date(year: number, month: number, dom: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, dom))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === dom ? numberOfDay(at.toISOString().slice(0, 10)) : null
}

/** The first of some dates that exists and has not passed. */
function next(today: number, dates: (number | null)[]): When | null {
  const found = dates.find((d) => d !== null && d >= today)
  return found === undefined || found === null ? null : on(found)
}

const monthDay = (m: number, d: number, { today }: Ground): When | null =>
  next(
    today,
    [0, 1, 2, 3, 4].map((y) => date(yearOfDay(today) + y, m, d)),
  )

/** Its last working day, while that has not passed. */
function endOfMonth(year: number, month: number, { today, calendar }: Ground): When {
  const last = numberOfDay(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
  const working = shiftWorkdays(last + 1, -1, calendar)
  return on(working >= today ? working : last)
}

/** Nobody means a Sunday by "in a month": the working day it falls on or the next. */
const roughly = (day: number, calendar: Calendar): When => on(shiftWorkdays(day - 1, 1, calendar))

function monthsLater(n: number, { from, calendar }: Ground): When {
  const at = dayName(from)
  const [year, month, dom] = [Number(at.slice(0, 4)), Number(at.slice(5, 7)), Number(at.slice(8))]
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate()
  return roughly(
    from - dom + Math.round((Date.UTC(year, month - 1 + n, Math.min(dom, last)) - Date.UTC(year, month - 1, 0)) / DAY_MS),
    calendar,
  )
}

/** Up to six days people mean working days (两天 over a weekend is four); from a week on they count the calendar. */
const days = (n: number, { from, calendar }: Ground): When | null =>
  n > 0 && n <= 400 ? (n < 7 ? { workingDays: n } : roughly(from + n, calendar)) : null

const READINGS: Reading[] = [
  [/(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?/, ([, y, m, d], g) => next(g.today, [date(num(y), num(m), num(d))])],
  [new RegExp(`明年${N}月${N}[日号]?`), ([, m, d], g) => next(g.today, [date(yearOfDay(g.today) + 1, num(m), num(d))])],
  [
    new RegExp(`${N}月(?:底|末)`),
    ([, m], g) => (num(m) > 12 ? null : endOfMonth(yearOfDay(g.today) + (num(m) < monthOfDay(g.today) ? 1 : 0), num(m), g)),
  ],
  [new RegExp(`${N}月${N}[日号]?`), ([, m, d], g) => monthDay(num(m), num(d), g)],
  [/(?<![\d.:/-])(1[0-2]|0?[1-9])[.\-/](3[01]|[12]\d|0?[1-9])(?![\d.:/-]|[个元块米万度%])/, ([, m, d], g) => monthDay(num(m), num(d), g)],
  [
    new RegExp(`下个?月${N}[日号]`),
    ([, d], g) => next(g.today, [date(yearOfDay(g.today), monthOfDay(g.today) + 1, num(d)), date(yearOfDay(g.today) + 1, 1, num(d))]),
  ],
  [/下个?月(?:底|末)?/, (_, g) => endOfMonth(yearOfDay(g.today), monthOfDay(g.today) + 1, g)],
  [/(?:这个月|本月|月)(?:底|末)/, (_, g) => endOfMonth(yearOfDay(g.today), monthOfDay(g.today), g)],
  [/(?:今年)?年底/, (_, g) => endOfMonth(yearOfDay(g.today), 12, g)],
  [/大后天/, (_, g) => on(g.today + 3)],
  [/后天/, (_, g) => on(g.today + 2)],
  [/明天|明日|明儿/, (_, g) => on(g.today + 1)],
  [/今天|今日|今晚|当天/, (_, g) => on(g.today)],
  [new RegExp(`(下+)个?${WEEKDAY}`), ([, far = '下', w], g) => on(monday(g.today) + 7 * far.length + weekdayNumber(w) - 1)],
  [
    new RegExp(`(?:这个?|本)?${WEEKDAY}`),
    ([, w], g) => next(g.today, [monday(g.today) + weekdayNumber(w) - 1, monday(g.today) + 6 + weekdayNumber(w)]),
  ],
  [/下(?:周|个?星期|个?礼拜)(?:末)?/, (_, g) => on(monday(g.today) + 11)],
  [/(?:这|本)(?:周|个?星期|个?礼拜)/, (_, g) => next(g.today, [monday(g.today) + 4, g.today])],
  [/周末/, (_, g) => next(g.today, [monday(g.today) + 5, g.today])],
  [new RegExp(`${N}个?工作日`), ([, n], _g) => (num(n) > 0 && num(n) < 400 ? { workingDays: num(n) } : null)],
  [/[一二两三四五六七八]([二三四五六七八九])天/, ([, n], g) => days(num(n), g)],
  [new RegExp(`${N} ?天(?!前|没|了)`), ([, n], g) => days(num(n), g)],
  [/半天/, () => ({ workingDays: 1 })],
  [/半个?月/, (_, g) => roughly(g.from + 15, g.calendar)],
  [/(?:一|1)个半月/, (_, g) => roughly(g.from + 45, g.calendar)],
  [
    new RegExp(`${N} ?(?:周|个?星期|个?礼拜)(?![一二三四五六日天])`),
    ([, n], g) => (num(n) < 60 ? roughly(g.from + 7 * num(n), g.calendar) : null),
  ],
  [new RegExp(`${N} ?个月`), ([, n], g) => (num(n) > 0 && num(n) < 36 ? monthsLater(num(n), g) : null)],
  [
    new RegExp(`(?<![月0-9零〇一二三四五六七八九十])${N} ?[号日]`),
    ([, d], g) =>
      next(
        g.today,
        Array.from({ length: 12 }, (_, i) =>
          date(yearOfDay(g.today) + Math.floor((monthOfDay(g.today) - 1 + i) / 12), ((monthOfDay(g.today) - 1 + i) % 12) + 1, num(d)),
        ),
      ),
  ],
]

const GLUE_BEFORE = /(?:大概|大约|最晚|争取|预计)?(?:延期|延|推|拖|缓|放|等|挂|请假)?(?:再给|再|给|到|至|在|等)?\s*$/
const GLUE_AFTER = /^\s*(?:之前|以前|前|之内|以内|内|之后|以后|后|左右)?(?:再说|再办|再弄|再修|再去|再来|再看|再干|吧|行不行|行吗|可以吗)?/

interface Found {
  at: number
  end: number
  when: When
}

/** The first moment spoken of in a text, never in the past, and where it stands. `from` is where spans are counted from. */
export function findWhen(text: string, now: Date, calendar: Calendar, from: Date = now): Found | null {
  const ground: Ground = { today: dayNumber(now), from: dayNumber(from), calendar }
  let best: Found | null = null
  for (const [form, read] of READINGS) {
    const found = form.exec(text)
    // An earlier reading is the more special one and keeps its words.
    if (!found || (best && found.index >= best.at)) continue
    const when = read([...found], ground)
    if (when) best = { at: found.index, end: found.index + found[0].length, when }
  }
  return best
}

/** The same with the text around it. */
export function readWhen(text: string, now: Date, calendar: Calendar, from: Date = now): SpokenWhen | null {
  const best = findWhen(text, now, calendar, from)
  if (!best) return null
  const before = text.slice(0, best.at).replace(GLUE_BEFORE, '')
  const after = text.slice(best.end).replace(GLUE_AFTER, '')
  const rest = `${before.trim()} ${after.trim()}`.replace(/^[\s，,、:：。;；]+|[\s，,、:：;；]+$/g, '')
  return { when: best.when, rest }
}

/** As an instant: the end of work on that day, or of the nth working day after `from`. */
export const momentOf = (when: When, from: Date, calendar: Calendar): Date =>
  'day' in when ? endOfWorkOn(when.day) : addWorkingDays(from, when.workingDays, calendar)
