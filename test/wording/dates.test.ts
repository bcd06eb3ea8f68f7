import { expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { day, span, unknownYearRemark } from '../../src/wording/dates.ts'

const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)
const now = at('2026-11-24 10:00')
const calendar = chineseCalendar()

it('says a day, with its time when asked and its year when it is another', () => {
  expect(day(at('2026-11-27 15:05'), now)).toBe('11月27日（周五）')
  expect(day(at('2026-11-29 00:10'), now)).toBe('11月29日（周日）')
  expect(day(at('2026-11-27 15:05'), now, { time: true })).toBe('11月27日（周五）15:05')
  expect(day(at('2027-01-04 08:30'), now)).toBe('2027年1月4日（周一）')
})

it.each([
  [7, 'workingDays', '7个工作日'],
  [2, 'workingHours', '2个工作小时'],
  [24, 'hours', '24小时'],
  [15, 'minutes', '15分钟'],
  [1, 'sameDay', '当天'],
] as const)('says %i %s as %s', (amount, unit, said) => {
  expect(span({ amount, unit })).toBe(said)
})

it('says how far two moments are apart', () => {
  const [friday, tuesday] = [at('2026-11-27 18:00'), at('2026-12-01 18:00')]
  expect([span(friday, tuesday), span(friday, tuesday, calendar), span(friday, at('2026-11-27 21:00'))]).toEqual([
    '4天',
    '2个工作日',
    '3小时',
  ])
})

it('says aloud that a year has no announced holidays yet', () => {
  expect(unknownYearRemark(at('2027-01-05 18:00'), calendar)).toBe('2027年放假安排还没公布，日期可能会变。')
  expect(unknownYearRemark(at('2026-12-31 18:00'), calendar)).toBe('')
})
