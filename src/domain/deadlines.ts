import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  nextWorkingMoment,
  sameDay,
  shiftWorkdays,
  startOfWork,
  WORKING_TIME,
  workdaysBetween,
  workingMinutesBetween,
} from './calendar.ts'
import { earlier, later, MINUTE_MS } from './durations.ts'
import type { Limit } from './duty.ts'
import { dayNumber, minuteOf, momentAt } from './moments.ts'

export function dueAt(from: Date, limit: Limit, calendar: Calendar): Date {
  switch (limit.unit) {
    case 'minutes':
      return later(from, limit.amount * MINUTE_MS)
    case 'hours':
      return later(from, limit.amount * 60 * MINUTE_MS)
    case 'workingHours':
      return addWorkingMinutes(from, limit.amount * 60, calendar)
    case 'workingDays':
      return addWorkingDays(from, limit.amount, calendar)
    case 'sameDay':
      return sameDay(from, calendar)
    default:
      return limit.unit satisfies never
  }
}

/**
 * What was spent waiting is given back in the limit's own measure. Days keep their time of day: paused on Tuesday and taken
 * up on Thursday is two working days later, for the day on which something begins never counts.
 */
export function shiftByPause(due: Date, pausedFrom: Date, resumedAt: Date, limit: Pick<Limit, 'unit'>, calendar: Calendar): Date {
  if (resumedAt <= pausedFrom) return due
  if (limit.unit === 'minutes' || limit.unit === 'hours') return new Date(due.getTime() + resumedAt.getTime() - pausedFrom.getTime())
  if (limit.unit === 'workingHours') {
    const spent = workingMinutesBetween(pausedFrom, resumedAt, calendar)
    return spent > 0 ? addWorkingMinutes(due, spent, calendar) : due
  }
  const days = workdaysBetween(pausedFrom, resumedAt, calendar)
  return days > 0 ? momentAt(shiftWorkdays(dayNumber(due), days, calendar), minuteOf(due)) : due
}

/** Up to this much a 村支书 may extend. Whole days are what people can speak of; one is always in it. */
export function halfOf(limit: Limit): Limit {
  if (limit.unit === 'sameDay') return limit
  const half = limit.amount / 2
  return { ...limit, amount: limit.unit === 'workingDays' || limit.unit === 'minutes' ? Math.max(1, Math.floor(half)) : half }
}

export interface ReminderMoments {
  half: Date | null
  dayBefore: Date | null
  due: Date
  after: { day1: Date; day2: Date; day4: Date; day7: Date }
}

const WORKING_MINUTES_A_DAY = WORKING_TIME.reduce((sum, [from, to]) => sum + to - from, 0)

/** Limits of more than five working days; a limit by the hour counts with its day and night. */
function isLong({ amount, unit }: Limit): boolean {
  if (unit === 'workingDays') return amount > 5
  if (unit === 'workingHours') return amount * 60 > 5 * WORKING_MINUTES_A_DAY
  return unit === 'hours' ? amount > 7 * 24 : unit === 'minutes' && amount > 7 * 24 * 60
}

/** A moment that may stand at the very end of a session, where deadlines stand. */
const inWorkingTime = (at: Date, calendar: Calendar): Date => {
  const aMomentAgo = earlier(at, 1)
  return nextWorkingMoment(aMomentAgo, calendar).getTime() === aMomentAgo.getTime() ? at : nextWorkingMoment(at, calendar)
}

/**
 * The township's own setting. The day before and the days after are told when work begins, so that there is a day to act in;
 * what would lie before the ticket was opened is left out.
 */
export function reminderMoments(t: { openedAt: Date; due: Date; limit: Limit; calendar: Calendar }): ReminderMoments {
  const { openedAt, due, limit, calendar } = t
  const half = isLong(limit) ? addWorkingMinutes(openedAt, workingMinutesBetween(openedAt, due, calendar) / 2, calendar) : null
  const dayBefore = startOfWork(shiftWorkdays(dayNumber(due), -1, calendar))
  const after = (days: number) => startOfWork(shiftWorkdays(dayNumber(due), days, calendar))
  return {
    half,
    dayBefore: dayBefore > openedAt ? dayBefore : null,
    due: inWorkingTime(due, calendar),
    after: { day1: after(1), day2: after(2), day4: after(4), day7: after(7) },
  }
}
