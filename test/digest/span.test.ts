import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { dayOf, daysSince, lastYear, monthName, monthOf, sinceLastDigest, weekOf, yearUntil } from '../../src/digest/span.ts'
import { at } from './rows.ts'

const said = ({ from, to }: { from: Date; to: Date }) => [from.toISOString(), to.toISOString()]
const span = (from: string, to: string) => [at(from).toISOString(), at(to).toISOString()]

describe('spans of the township, whose day begins at 16:00 UTC', () => {
  it.each([
    ['11-24 00:00', '11-24 00:00', '11-25 00:00'],
    ['11-24 23:59', '11-24 00:00', '11-25 00:00'],
  ])('the day of %s', (now, from, to) => {
    expect(said(dayOf(at(now)))).toEqual(span(from, to))
  })

  it.each([
    ['a Tuesday', '11-24 17:40', '11-23 00:00', '11-30 00:00'],
    ['a Monday just begun', '11-23 00:00', '11-23 00:00', '11-30 00:00'],
    ['a Sunday night', '11-29 23:59', '11-23 00:00', '11-30 00:00'],
  ])('the week of %s', (_name, now, from, to) => {
    expect(said(weekOf(at(now)))).toEqual(span(from, to))
  })

  it.each([
    ['2026-11', '2026-11-01 00:00', '2026-12-01 00:00'],
    ['2026-12', '2026-12-01 00:00', '2027-01-01 00:00'],
  ])('the month %s', (month, from, to) => {
    expect(said(monthOf(month))).toEqual(span(from, to))
  })

  it.each([
    ['the end of November', '2026-12-01 00:00', '2026-01-01 00:00'],
    ['the end of December', '2027-01-01 00:00', '2026-01-01 00:00'],
  ])('the year until %s', (_name, end, from) => {
    expect(said(yearUntil(at(end)))).toEqual(span(from, end))
  })

  it('knows the month of a moment and that month a year ago', () => {
    expect(monthName(at('2026-12-31 23:59'))).toBe('2026-12')
    expect(monthName(at('2027-01-01 00:00'))).toBe('2027-01')
    expect(lastYear('2026-01')).toBe('2025-01')
  })

  it('counts days by the calendar on the wall', () => {
    expect(daysSince(at('11-23 23:59'), at('11-24 00:00'))).toBe(1)
    expect(daysSince(at('11-24 00:00'), at('11-24 23:59'))).toBe(0)
  })

  it.each([
    ['an evening', '11-24 17:40', '11-23 17:40', '11-24 00:00'],
    ['a weekend', '11-23 17:40', '11-20 17:40', '11-23 00:00'],
    ['the week of National Day', '10-08 17:40', '09-30 17:40', '10-08 00:00'],
  ])('what the last digest could not know: %s', (_name, now, from, to) => {
    expect(said(sinceLastDigest(at(now), '17:40', chineseCalendar()))).toEqual(span(from, to))
  })
})
