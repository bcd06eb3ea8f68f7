import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { dueAt, halfOf, reminderMoments, shiftByPause } from '../../src/domain/deadlines.ts'
import type { Limit } from '../../src/domain/duty.ts'

const calendar = chineseCalendar()
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)
const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit })

describe('due', () => {
  it.each([
    [limit(15, 'minutes'), '2026-11-28 23:50', '2026-11-29 00:05'],
    [limit(24, 'hours'), '2026-11-27 20:00', '2026-11-28 20:00'],
    [limit(2, 'workingHours'), '2026-11-27 17:00', '2026-11-30 09:30'],
    [limit(1, 'workingDays'), '2026-11-24 10:00', '2026-11-25 18:00'],
    [limit(1, 'sameDay'), '2026-11-24 10:00', '2026-11-24 18:00'],
  ])('%o from %s is %s', (span, from, then) => {
    expect(dueAt(at(from), span, calendar)).toEqual(at(then))
  })
})

describe('a pause', () => {
  it.each([
    ['workingDays', '2026-12-03 18:00', '2026-11-24 10:00', '2026-11-26 09:00', '2026-12-07 18:00'],
    ['workingDays', '2026-12-03 18:00', '2026-11-24 10:00', '2026-11-24 17:00', '2026-12-03 18:00'],
    ['workingDays', '2026-12-03 18:00', '2026-11-27 10:00', '2026-11-29 09:00', '2026-12-03 18:00'],
    ['workingHours', '2026-11-24 16:00', '2026-11-24 11:00', '2026-11-24 15:00', '2026-11-24 18:00'],
    ['hours', '2026-11-25 10:00', '2026-11-24 11:00', '2026-11-24 15:00', '2026-11-25 14:00'],
  ] as const)('of a limit in %s, due %s, from %s to %s, makes it %s', (unit, due, from, to, then) => {
    expect(shiftByPause(at(due), at(from), at(to), { unit }, calendar)).toEqual(at(then))
  })
})

it.each([
  [limit(7, 'workingDays'), limit(3, 'workingDays')],
  [limit(1, 'workingDays'), limit(1, 'workingDays')],
  [limit(24, 'hours'), limit(12, 'hours')],
])('half of %o is %o', (whole, half) => {
  expect(halfOf(whole)).toEqual(half)
})

describe('reminders', () => {
  it('come at half of a long limit, the day before, at due, and four times after', () => {
    const openedAt = at('2026-11-24 10:00')
    const seven = limit(7, 'workingDays')
    expect(reminderMoments({ openedAt, due: dueAt(openedAt, seven, calendar), limit: seven, calendar })).toEqual({
      half: at('2026-11-30 09:15'),
      dayBefore: at('2026-12-02 08:30'),
      due: at('2026-12-03 18:00'),
      after: { day1: at('2026-12-04 08:30'), day2: at('2026-12-07 08:30'), day4: at('2026-12-09 08:30'), day7: at('2026-12-14 08:30') },
    })
  })

  it('leave out what would come before the beginning, and wait for working time', () => {
    const openedAt = at('2026-11-27 20:00')
    const day = limit(24, 'hours')
    const moments = reminderMoments({ openedAt, due: dueAt(openedAt, day, calendar), limit: day, calendar })
    expect([moments.half, moments.dayBefore, moments.due]).toEqual([null, null, at('2026-11-30 08:30')])
  })
})
