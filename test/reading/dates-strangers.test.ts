import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { dayOf } from '../../src/domain/moments.ts'
import { MEETING, OVER_YEARS, SOON, WITHIN_A_YEAR } from '../../src/reading/bounds.ts'
import { readLeaveDays } from '../../src/reading/leave-days.ts'
import { momentOf, readWhen } from '../../src/reading/when.ts'

const calendar = chineseCalendar()
/** A Tuesday. */
const now = new Date('2026-11-24T10:00:00+08:00')
const read = (text: string, bounds = SOON) => readWhen(text, { now, calendar, bounds })
const dayIn = (text: string): string | undefined => {
  const said = read(text)
  return said?.when && dayOf(momentOf(said.when, now, calendar))
}
const asked = (text: string, bounds = SOON) => {
  const doubt = read(text, bounds)?.doubt
  return doubt && [doubt.words, doubt.day, doubt.why]
}

describe('a day in full, whatever else it holds', () => {
  it.each([
    ['一两周', '2026-12-08'],
    ['3-5天', '2026-12-01'],
    ['1-2天', '2026-11-26'],
    ['两个半月', '2027-02-09'],
    ['下下个月五号', '2027-01-05'],
    ['等3.5吨沙子 后天', '2026-11-26'],
    ['廿五号', '2026-11-25'],
    ['大大后天', '2026-11-28'],
    ['本月25号', '2026-11-25'],
    ['1.5天', '2026-11-26'],
    ['三四天', '2026-11-30'],
    ['三五天', '2026-12-01'],
    ['三到五个工作日', '2026-12-01'],
    ['两周半', '2026-12-14'],
    ['一天半', '2026-11-26'],
    ['一个半月', '2027-01-08'],
    ['十五天', '2026-12-09'],
    ['下月15号', '2026-12-15'],
    ['这个月底', '2026-11-30'],
    ['12月中旬', '2026-12-20'],
    ['12月底', '2026-12-31'],
    ['今年年底', '2026-12-31'],
    ['周末', '2026-11-29'],
    ['下周末', '2026-12-06'],
    ['周三到周五', '2026-11-27'],
    ['周五到周三', '2026-12-02'],
    ['周四周五', '2026-11-27'],
    ['明后天', '2026-11-26'],
    ['12月5、6日', '2026-12-06'],
    ['12月10日到12日', '2026-12-12'],
    ['12月30日到1月2日', '2027-01-02'],
    ['12月5日（周六）', '2026-12-05'],
    ['12月10日 周四', '2026-12-10'],
    ['三日内', '2026-11-27'],
    ['腊月二十三', '2027-01-30'],
    ['正月初八', '2027-02-13'],
    ['农历十一月十五', '2026-12-23'],
    ['2026.12.10', '2026-12-10'],
    ['二十八号', '2026-11-28'],
    ['到5日', '2026-12-05'],
    ['明天起三天', '2026-11-27'],
    ['周五三社开会', '2026-11-27'],
    ['后天一定办', '2026-11-26'],
    ['昨天下雨，后天再去', '2026-11-26'],
    ['停了三天，周五修', '2026-11-27'],
    ['12.5号等配件', '2026-12-05'],
    ['元月5号', '2027-01-05'],
    ['周五、周六、周日', '2026-11-29'],
    ['周四周五两天', '2026-11-27'],
    ['明天下午到后天上午', '2026-11-26'],
    ['过三天再办', '2026-11-27'],
  ])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })
})

describe('a day that is asked about', () => {
  it.each([
    ['两三个月', '两三个月', '2027-02-24', 'far'],
    ['明年年底', '明年年底', '2027-12-31', 'far'],
    ['农历八月十五', '农历八月十五', '2027-09-15', 'far'],
    ['28年1月5日 等钱', '28年1月5日', '2028-01-05', 'far'],
    ['二〇二八年一月五日', '二〇二八年一月五日', '2028-01-05', 'far'],
    ['11月20日', '11月20日', '2027-11-20', 'far'],
    ['明年3月1号', '明年3月1号', '2027-03-01', 'far'],
    ['半年', '半年', '2027-05-24', 'far'],
    ['2025-01-01', '2025-01-01', null, 'past'],
    ['本月20号', '本月20号', null, 'past'],
    ['这周一', '这周一', null, 'past'],
    ['过了年 等钱', '过了年', '2027-02-09', 'rough'],
    ['节后', '节后', '2027-01-04', 'rough'],
    ['年前', '年前', '2027-02-04', 'rough'],
    ['国庆后', '国庆后', '2027-10-04', 'rough'],
    ['初八', '初八', '2026-12-16', 'rough'],
    ['10日', '10日', '2026-12-10', 'rough'],
    ['下个月', '下个月', '2026-12-31', 'rough'],
    ['外后天', '外后天', null, 'unclear'],
    ['过了12月5日再办', '过了12月5日', '2026-12-05', 'rough'],
    ['过了元宵节', '过了元宵节', null, 'unclear'],
    ['12月5号、8号', '12月5号、8号', null, 'unclear'],
    ['周三和周五', '周三和周五', null, 'unclear'],
    ['下月初', '下月初', null, 'unclear'],
    ['八月十五', '八月十五', null, 'unclear'],
    ['十来天', '十来天', null, 'unclear'],
    ['十几天', '十几天', null, 'unclear'],
    ['几天', '几天', null, 'unclear'],
    ['三天多', '三天多', null, 'unclear'],
    ['一个多月', '一个多月', null, 'unclear'],
    ['过段时间', '过段时间', null, 'unclear'],
    ['13月40日', '13月40日', null, 'unclear'],
    ['2月30日', '2月30日', null, 'unclear'],
    ['大大大后天', '大大大后天', null, 'unclear'],
    ['周一二', '周一二', null, 'unclear'],
    ['每周五', '每周五', null, 'unclear'],
    ['周五前两天', '周五前两天', null, 'unclear'],
    ['看一下周五', '一下周五', null, 'unclear'],
    ['12月5日（周日）', '12月5日（周日）', '2027-12-05', 'far'],
    ['二五号', '二五号', null, 'unclear'],
    ['第三天', '第三天', null, 'unclear'],
    ['48小时', '48小时', null, 'unclear'],
    ['闰六月初一', '闰六月初一', null, 'unclear'],
  ])('%s: %s', (text, words, day, why) => {
    expect(asked(text)).toEqual([words, day, why])
  })

  it('is not asked about where it was said in full, with its year and its day of the week', () => {
    expect(dayIn('2028年1月5日（周三） 等钱')).toBe('2028-01-05')
    expect(asked('2028年1月5日（周二）')).toEqual(['2028年1月5日（周二）', null, 'unclear'])
  })

  it('may lie further off where the order is of that kind, and be no stretch of time where people meet', () => {
    expect(asked('2028年1月5日', OVER_YEARS)).toBeUndefined()
    expect(asked('2027年8月5日', WITHIN_A_YEAR)).toBeUndefined()
    for (const text of ['下周', '月底', '周末', '周三到周五']) expect(asked(text, MEETING)).toEqual([text, null, 'unclear'])
    expect(read('16日 村委会', MEETING)?.when).toEqual({ day: '2026-12-16' })
  })
})

it.each([
  '三天两头停水',
  '停了三天',
  '过去两周没人管',
  '三天没来水了',
  '昨天就该办好',
  '上周五没修成',
  '这周第三次坏了',
  '路灯一起修',
  '3号楼',
])('says no time to come: %s', (text) => {
  expect(read(text)).toBeNull()
})

describe('leave', () => {
  it.each([
    ['1.5天 王芳代', null, '2026-11-25'],
    ['一天半 王芳代', null, '2026-11-25'],
    ['两三天 王芳代', null, '2026-11-26'],
    ['本月25号 王芳代', '2026-11-25', '2026-11-25'],
    ['本月25到27号 王芳代', '2026-11-25', '2026-11-27'],
    ['12月1-3日 王芳代', '2026-12-01', '2026-12-03'],
    ['下周一、下周二 王芳代', '2026-11-30', '2026-12-01'],
    ['周四和周五 王芳代', '2026-11-26', '2026-11-27'],
    ['12月30日到1月2日 王芳代', '2026-12-30', '2027-01-02'],
    ['周五下午 王芳代', '2026-11-27', '2026-11-27'],
    ['下午 王芳代', null, '2026-11-24'],
    ['明天下午到后天上午 王芳代', '2026-11-25', '2026-11-26'],
    ['周五、周六、周日 王芳代', '2026-11-27', '2026-11-29'],
    ['周四周五两天 王芳代', '2026-11-26', '2026-11-27'],
    ['到下月5号前 王芳代', null, '2026-12-05'],
    ['到廿八号 王芳代', null, '2026-11-28'],
    ['明天开始休息两天半 王芳代', '2026-11-25', '2026-11-27'],
  ])('%s', (text, since, until) => {
    const said = readLeaveDays(text, { now, calendar, bounds: SOON })
    expect([said.since, said.until, said.doubt]).toEqual([since, until, null])
    expect(said.rest).toBe('王芳代')
  })

  it.each(['几天 王芳代', '十来天 王芳代', '到过了年 王芳代', '1.5 王芳代', '到明年六月 王芳代', '三天多 王芳代', '12月5日到3日 王芳代'])(
    'is asked about: %s',
    (text) => {
      const said = readLeaveDays(text, { now, calendar, bounds: SOON })
      expect(said.doubt).not.toBeNull()
      expect([said.since, said.until]).toEqual([null, null])
    },
  )
})
