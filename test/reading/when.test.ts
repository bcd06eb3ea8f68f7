import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { momentOf, readWhen } from '../../src/reading/when.ts'

const calendar = chineseCalendar()
/** A Tuesday. */
const now = new Date('2026-11-24T10:00:00+08:00')
const day = (d: string) => ({ day: d })
const working = (n: number) => ({ workingDays: n })

describe('a spoken moment', () => {
  it.each([
    ['今天', day('2026-11-24'), ''],
    ['明天', day('2026-11-25'), ''],
    ['后天吧', day('2026-11-26'), ''],
    ['大后天', day('2026-11-27'), ''],
    ['周五', day('2026-11-27'), ''],
    ['周一', day('2026-11-30'), ''],
    ['这周五', day('2026-11-27'), ''],
    ['下周三', day('2026-12-02'), ''],
    ['下下周三', day('2026-12-09'), ''],
    ['星期天', day('2026-11-29'), ''],
    ['下周', day('2026-12-04'), ''],
    ['到周五 小李代', day('2026-11-27'), '小李代'],
    ['周五前', day('2026-11-27'), ''],
    ['12月10日', day('2026-12-10'), ''],
    ['12月10号 等配件', day('2026-12-10'), '等配件'],
    ['十二月十号', day('2026-12-10'), ''],
    ['3月1号', day('2027-03-01'), ''],
    ['明年3月1号', day('2027-03-01'), ''],
    ['10号', day('2026-12-10'), ''],
    ['28号', day('2026-11-28'), ''],
    ['31号', day('2026-12-31'), ''],
    ['12.10', day('2026-12-10'), ''],
    ['12-10 等钱', day('2026-12-10'), '等钱'],
    ['2026-12-10', day('2026-12-10'), ''],
    ['月底', day('2026-11-30'), ''],
    ['下月底', day('2026-12-31'), ''],
    ['下个月5号', day('2026-12-05'), ''],
    ['年底', day('2026-12-31'), ''],
    ['两天 等配件', working(2), '等配件'],
    ['等配件 3天', working(3), '等配件'],
    ['再给两天', working(2), ''],
    ['两三天', working(3), ''],
    ['三个工作日', working(3), ''],
    ['10个工作日', working(10), ''],
    ['一周', day('2026-12-01'), ''],
    ['10天', day('2026-12-04'), ''],
    ['两个星期', day('2026-12-08'), ''],
    ['半个月', day('2026-12-09'), ''],
    ['一个月', day('2026-12-24'), ''],
  ])('%s', (text, when, rest) => {
    expect(readWhen(text, { now, calendar })).toEqual({ when, rest })
  })

  it.each(['等配件', '先放一放 等钱', '3个人', '三社路口'])('is not in %s', (text) => {
    expect(readWhen(text, { now, calendar })).toBeNull()
  })

  it('counts a longer span from the old deadline when asked', () => {
    const due = new Date('2026-11-27T18:00:00+08:00')
    expect(readWhen('一周', { now, calendar, from: due })?.when).toEqual(day('2026-12-04'))
    expect(momentOf({ workingDays: 2 }, due, calendar)).toEqual(new Date('2026-12-01T18:00:00+08:00'))
    expect(momentOf({ day: '2026-12-10' }, due, calendar)).toEqual(new Date('2026-12-10T18:00:00+08:00'))
  })
})
