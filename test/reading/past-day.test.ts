import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { readPastDay } from '../../src/reading/past-day.ts'

const calendar = chineseCalendar()
const now = new Date('2026-11-24T09:00:00+08:00')

describe('a day on which something was done', () => {
  it.each([
    ['11月20日 防汛演练', '2026-11-20', '防汛演练'],
    ['上周五 培训', '2026-11-20', '培训'],
    ['培训 大前天', '2026-11-21', '培训'],
    ['上个月15号 培训', '2026-10-15', '培训'],
    ['二〇二六年十月八日 培训', '2026-10-08', '培训'],
    ['周一 培训', '2026-11-23', '培训'],
    ['11月18日到20日 培训', '2026-11-20', '培训'],
    ['去年12月3日 培训', '2025-12-03', '培训'],
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

  it.each([
    ['12月3日 培训', '2025-12-03'],
    ['上个月 培训', null],
    ['前几天 培训', null],
    ['月底 培训', null],
    ['下周五 培训', null],
    ['13月40日', null],
    ['上周 培训', null],
    ['大大大前天 培训', null],
    ['三天 培训', null],
    ['国庆后 培训', '2026-10-08'],
  ])('is asked for: %s', (text, day) => {
    const said = readPastDay(text, { now, calendar })
    expect(said?.doubt?.day).toBe(day)
    expect(said?.day).toBeUndefined()
  })
})
