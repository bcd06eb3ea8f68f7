import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import type { Limit } from '../domain/duty.ts'
import { dayNumber, dayOf, minuteOf, weekdayOf, yearOf } from '../domain/moments.ts'

const WEEKDAYS = '一二三四五六日'

const timeOfDay = (at: Date): string => {
  const minute = Math.floor(minuteOf(at))
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/** 11月27日（周五）; the year only when it is not this one. */
export function day(date: Date, now: Date = date, options: { time?: boolean } = {}): string {
  const [year = '', month = '', dom = ''] = dayOf(date).split('-')
  const head = yearOf(date) === yearOf(now) ? '' : `${year}年`
  const weekday = WEEKDAYS[weekdayOf(dayNumber(date)) - 1] ?? ''
  return `${head}${Number(month)}月${Number(dom)}日（周${weekday}）${options.time ? timeOfDay(date) : ''}`
}

/** 19:20, 昨天19:20: of what was said lately. */
export function lately(at: Date, now: Date): string {
  const days = dayNumber(now) - dayNumber(at)
  return `${days <= 0 ? '' : days === 1 ? '昨天' : '前天'}${timeOfDay(at)}`
}

/** 11月25日9:10报的: which of two alike. */
export const toldOn = (date: Date): string => {
  const [, month = '', dom = ''] = dayOf(date).split('-')
  return `${Number(month)}月${Number(dom)}日${timeOfDay(date)}报的`
}

const END_OF_WORK = 18 * 60

/** Until when: the end of work goes without saying, any other hour is said. */
export const by = (date: Date, now: Date = date): string => day(date, now, { time: minuteOf(date) !== END_OF_WORK })

/** 2026年11月27日, as papers have it. */
export function fullDay(date: Date): string {
  const [year = '', month = '', dom = ''] = dayOf(date).split('-')
  return `${year}年${Number(month)}月${Number(dom)}日`
}

const UNITS = { minutes: '分钟', hours: '小时', workingHours: '个工作小时', workingDays: '个工作日' } as const

/** 7个工作日, 24小时; or the distance of two moments: 2天, by the calendar 2个工作日. */
export function span(limit: Limit): string
export function span(from: Date, to: Date, calendar?: Calendar): string
export function span(from: Limit | Date, to?: Date, calendar?: Calendar): string {
  if (!(from instanceof Date)) return from.unit === 'sameDay' ? '当天' : `${from.amount}${UNITS[from.unit]}`
  const until = to ?? from
  if (calendar) {
    const workdays = workdaysBetween(from, until, calendar)
    if (workdays > 0) return `${workdays}个工作日`
  }
  const days = dayNumber(until) - dayNumber(from)
  return days > 0 ? `${days}天` : `${Math.max(0, Math.round((until.getTime() - from.getTime()) / 3_600_000))}小时`
}

/** Said wherever a date in a year without announced holidays is promised; empty otherwise. */
export const unknownYearRemark = (date: Date, calendar: Calendar): string =>
  calendar.isKnown(yearOf(date)) ? '' : `${yearOf(date)}年放假还没公布，日期可能变。`
