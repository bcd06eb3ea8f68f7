import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { readPastDay } from '../../src/reading/past-day.ts'

const calendar = chineseCalendar()
const now = new Date('2026-11-24T09:00:00+08:00')

describe('a day on which something was done', () => {
  it.each([
    ['11月20日 防汛演练', '2026-11-20', '防汛演练'],
    ['12月3日 培训', '2025-12-03', '培训'],
    ['昨天 清扫', '2026-11-23', '清扫'],
    ['20号 体检', '2026-11-20', '体检'],
    ['28号 体检', '2026-10-28', '体检'],
    ['2026年5月20日体检', '2026-05-20', '体检'],
    ['去年12月31日 考核', '2025-12-31', '考核'],
    ['今天', '2026-11-24', ''],
  ])('%s', (text, day, rest) => {
    expect(readPastDay(text, { now, calendar })).toEqual({ day, rest })
  })

  it.each(['防汛演练', ''])('is not in %s', (text) => {
    expect(readPastDay(text, { now, calendar })).toBeNull()
  })
})
