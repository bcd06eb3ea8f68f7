import { dayName, dayNumber, minuteOf, minuteOfTime, momentAt, numberOfDay } from './moments.ts'

/** The festivals whose holidays are law, in the order of the year. */
export const FESTIVALS = ['newYear', 'spring', 'qingming', 'labour', 'dragonBoat', 'midAutumn', 'national'] as const
export type Festival = (typeof FESTIVALS)[number]

export interface Calendar {
  /** Day as 2026-11-27 in Asia/Shanghai. */
  isWorkday(day: string): boolean
  /** False for a year whose holidays the State Council has not announced: dates in it may still move. */
  isKnown(year: number): boolean
  /** The day of a lunar (农历) date of no leap month, as a number; null where that month has no such day. */
  lunarDay(year: number, month: number, day: number): number | null
  /** The day a festival is named after. */
  festival(name: Festival, year: number): number | null
}

/** Sessions of a working day, in minutes since midnight, in order. */
export type WorkingTime = readonly (readonly [from: number, to: number])[]

/** 8:30–12:00 and 14:00–18:00. */
export const WORKING_TIME: WorkingTime = [
  [510, 720],
  [840, 1080],
]

/** Told until now on a working day, "the same day" still means today. */
const SAME_DAY_UNTIL = 16 * 60
const NOON = 12 * 60

const startOf = (time: WorkingTime): number => time[0]?.[0] ?? 0
const endOf = (time: WorkingTime): number => time.at(-1)?.[1] ?? 24 * 60

// Deadlines are counted thousands of times over the same few hundred days.
const remembered = new WeakMap<Calendar, Map<number, boolean>>()

function works(calendar: Calendar, day: number): boolean {
  const days = remembered.get(calendar) ?? new Map<number, boolean>()
  remembered.set(calendar, days)
  const known = days.get(day) ?? calendar.isWorkday(dayName(day))
  days.set(day, known)
  return known
}

// A calendar without a single working day would otherwise be walked for ever.
const FAR = 400

/** The nth working day after (n > 0) or before (n < 0) a day, which itself does not count. */
export function shiftWorkdays(day: number, n: number, calendar: Calendar): number {
  const step = n < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(n), idle = 0; left > 0; ) {
    at += step
    if (works(calendar, at)) {
      left -= 1
      idle = 0
    } else if (++idle > FAR) throw new Error('the calendar has no working days')
  }
  return at
}

/** Working days after the day of `a` up to and with the day of `b`. */
export function workdaysBetween(a: Date, b: Date, calendar: Calendar): number {
  let count = 0
  for (let day = dayNumber(a) + 1; day <= dayNumber(b); day++) if (works(calendar, day)) count += 1
  return count
}

export const isWorkingDay = (at: Date, calendar: Calendar): boolean => works(calendar, dayNumber(at))

/** The moment itself when it lies in working time, else the next start of a session. The end of a session is no longer in it. */
export function nextWorkingMoment(from: Date, calendar: Calendar, time = WORKING_TIME): Date {
  const day = dayNumber(from)
  const minute = minuteOf(from)
  const session = works(calendar, day) ? time.find(([, to]) => minute < to) : undefined
  if (session) return minute >= session[0] ? from : momentAt(day, session[0])
  return momentAt(shiftWorkdays(day, 1, calendar), startOf(time))
}

/** As many minutes of working time later. What begins outside of working time begins with the next session. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: Calendar, time = WORKING_TIME): Date {
  const start = nextWorkingMoment(from, calendar, time)
  let day = dayNumber(start)
  let minute = minuteOf(start)
  for (let left = minutes; ; day = shiftWorkdays(day, 1, calendar), minute = 0)
    for (const [opens, closes] of time) {
      const begin = Math.max(opens, minute)
      if (begin >= closes) continue
      if (left <= closes - begin) return momentAt(day, begin + left)
      left -= closes - begin
    }
}

/** Negative when `b` lies before `a`. */
export function workingMinutesBetween(a: Date, b: Date, calendar: Calendar, time = WORKING_TIME): number {
  if (b < a) return -workingMinutesBetween(b, a, calendar, time)
  const [first, last] = [dayNumber(a), dayNumber(b)]
  let total = 0
  for (let day = first; day <= last; day++) {
    if (!works(calendar, day)) continue
    const from = day === first ? minuteOf(a) : 0
    const to = day === last ? minuteOf(b) : 24 * 60
    for (const [opens, closes] of time) total += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
  }
  return total
}

/**
 * The end of work on the nth working day after the day of telling, which never counts: told on Tuesday, one working day
 * is Wednesday 18:00; told on Friday evening or on Saturday, it is Monday 18:00.
 */
export const addWorkingDays = (from: Date, n: number, calendar: Calendar, time = WORKING_TIME): Date =>
  momentAt(shiftWorkdays(dayNumber(from), Math.ceil(n), calendar), endOf(time))

/** 18:00 of this working day when told before 16:00, else noon of the next working day. */
export function sameDay(from: Date, calendar: Calendar, time = WORKING_TIME): Date {
  const day = dayNumber(from)
  if (works(calendar, day) && minuteOf(from) < SAME_DAY_UNTIL) return momentAt(day, endOf(time))
  return momentAt(shiftWorkdays(day, 1, calendar), NOON)
}

/** The next HH:MM on a working day, strictly later than `from`. */
export function nextWorkdayAt(from: Date, at: string, calendar: Calendar): Date {
  const minute = minuteOfTime(at)
  const today = momentAt(dayNumber(from), minute)
  return isWorkingDay(from, calendar) && today > from ? today : momentAt(shiftWorkdays(dayNumber(from), 1, calendar), minute)
}

/** The next HH:MM on any day, strictly later than `from`. */
export function nextDayAt(from: Date, at: string): Date {
  const today = momentAt(dayNumber(from), minuteOfTime(at))
  return today > from ? today : momentAt(dayNumber(from) + 1, minuteOfTime(at))
}

export const startOfWork = (day: number, time = WORKING_TIME): Date => momentAt(day, startOf(time))

/** 18:00 of a day spoken of, as 2026-11-27, working day or not: people mean what they say. */
export const endOfWorkOn = (day: string, time = WORKING_TIME): Date => momentAt(numberOfDay(day), endOf(time))
