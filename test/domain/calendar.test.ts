import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { lawDays } from '../../src/calendar/law-days.ts'
import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  endOfWorkOn,
  nextWorkdayAt,
  nextWorkingMoment,
  sameDay,
  shiftWorkdays,
  workingMinutesBetween,
} from '../../src/domain/calendar.ts'

const calendar = chineseCalendar()
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)

describe('working time', () => {
  it.each([
    ['2026-11-24 10:00', 60, '2026-11-24 11:00'],
    ['2026-11-24 11:30', 60, '2026-11-24 14:30'],
    ['2026-11-24 12:30', 120, '2026-11-24 16:00'],
    ['2026-11-27 17:00', 120, '2026-11-30 09:30'],
    ['2026-11-28 09:00', 120, '2026-11-30 10:30'],
    ['2026-09-30 17:00', 120, '2026-10-08 09:30'],
    ['2026-10-09 17:00', 120, '2026-10-10 09:30'],
  ])('from %s, %i working minutes later is %s', (from, minutes, then) => {
    expect(addWorkingMinutes(at(from), minutes, calendar)).toEqual(at(then))
  })

  it('counts the same minutes back', () => {
    expect(workingMinutesBetween(at('2026-11-27 17:00'), at('2026-11-30 09:30'), calendar)).toBe(120)
    expect(workingMinutesBetween(at('2026-11-30 09:30'), at('2026-11-27 17:00'), calendar)).toBe(-120)
  })

  it.each([
    ['2026-11-24 08:00', '2026-11-24 08:30'],
    ['2026-11-24 09:15', '2026-11-24 09:15'],
    ['2026-11-24 12:00', '2026-11-24 14:00'],
    ['2026-11-24 18:00', '2026-11-25 08:30'],
    ['2026-02-13 20:00', '2026-02-14 08:30'],
    ['2026-02-14 20:00', '2026-02-24 08:30'],
  ])('work goes on after %s at %s', (from, then) => {
    expect(nextWorkingMoment(at(from), calendar)).toEqual(at(then))
  })
})

describe('working days', () => {
  it.each([
    ['2026-11-24 10:00', 1, '2026-11-25 18:00'],
    ['2026-11-27 20:00', 1, '2026-11-30 18:00'],
    ['2026-11-28 10:00', 1, '2026-11-30 18:00'],
    ['2026-11-24 00:10', 7, '2026-12-03 18:00'],
    ['2026-09-29 10:00', 3, '2026-10-09 18:00'],
    ['2026-10-08 10:00', 2, '2026-10-10 18:00'],
  ])('told at %s, %i working days are over at %s', (from, n, then) => {
    expect(addWorkingDays(at(from), n, calendar)).toEqual(at(then))
  })

  it.each([
    ['2026-11-24 15:59', '2026-11-24 18:00'],
    ['2026-11-24 16:00', '2026-11-25 12:00'],
    ['2026-11-28 09:00', '2026-11-30 12:00'],
  ])('the same day, told at %s, is %s', (from, then) => {
    expect(sameDay(at(from), calendar)).toEqual(at(then))
  })

  it.each([
    ['2026-11-24 08:39', '2026-11-24 08:40'],
    ['2026-11-24 08:40', '2026-11-25 08:40'],
    ['2026-11-27 09:00', '2026-11-30 08:40'],
  ])('after %s the morning message comes at %s', (from, then) => {
    expect(nextWorkdayAt(at(from), '08:40', calendar)).toEqual(at(then))
  })

  it('lets people mean a Saturday', () => {
    expect(endOfWorkOn('2026-11-28')).toEqual(at('2026-11-28 18:00'))
  })

  it('does not walk for ever through a calendar without work', () => {
    const never: Calendar = { ...calendar, isWorkday: () => false }
    expect(() => shiftWorkdays(20_000, 1, never)).toThrow('no working days')
  })
})

describe('the Chinese calendar', () => {
  it.each([
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-10', true],
    ['2026-11-28', false],
    ['2027-01-01', false],
    ['2027-02-05', false],
    ['2027-02-09', true],
    ['2027-06-09', false],
    ['2027-10-04', true],
  ])('%s is a working day: %s', (day, works) => {
    expect(calendar.isWorkday(day)).toBe(works)
  })

  it('knows only the years that were announced', () => {
    expect([2025, 2026, 2027].map(calendar.isKnown)).toEqual([true, true, false])
    expect(chineseCalendar({ announced: [2027] }).isKnown(2027)).toBe(true)
  })

  it('follows what a township does otherwise', () => {
    const own = chineseCalendar({ override: { '2026-11-28': 'work', '2026-11-27': 'rest' } })
    expect([own.isWorkday('2026-11-28'), own.isWorkday('2026-11-27'), own.isWorkday('2026-11-26')]).toEqual([true, false, true])
  })

  it.each([
    [2027, '2027-02-05', '2027-04-05', '2027-06-09', '2027-09-15'],
    [2028, '2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03'],
    [2033, '2033-01-30', '2033-04-04', '2033-06-01', '2033-09-08'],
  ])('finds the lunar holidays of %i', (year, ...days) => {
    for (const day of days) expect(lawDays(year).has(day)).toBe(true)
  })
})
