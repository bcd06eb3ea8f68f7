import { describe, expect, it } from 'vitest'
import { readDayCount, readLimit } from '../../src/reading/limit.ts'

describe('a limit as people say it', () => {
  it.each([
    ['5天', 5, 'workingDays'],
    ['三个工作日', 3, 'workingDays'],
    ['24小时', 24, 'hours'],
    ['2个工作时', 2, 'workingHours'],
    ['两个工作小时', 2, 'workingHours'],
    ['十五分钟', 15, 'minutes'],
    ['一周', 5, 'workingDays'],
    ['当天', 1, 'sameDay'],
    ['3-5天', 5, 'workingDays'],
    ['三到五天', 5, 'workingDays'],
    ['一两周', 10, 'workingDays'],
    ['1.5天', 1.5, 'workingDays'],
    ['两三天内', 3, 'workingDays'],
    ['不超过七天', 7, 'workingDays'],
    ['半小时', 0.5, 'hours'],
    ['半天', 0.5, 'workingDays'],
    ['两个星期', 10, 'workingDays'],
    ['十五个工作日', 15, 'workingDays'],
    ['2-4小时', 4, 'hours'],
  ])('%s', (said, amount, unit) => {
    expect(readLimit(said)).toEqual({ amount, unit })
  })

  it.each([
    '尽快',
    '0天',
    '几天',
    '',
    '十来天',
    '三天多',
    '一个多星期',
    '二五天',
    '5天3小时',
    '3天左右吧',
    '两个半星期',
    '五到三天',
    '1两天',
  ])('is not %s', (said) => {
    expect(readLimit(said)).toBeNull()
  })
})

describe('days of the calendar that are counted', () => {
  it.each([
    ['15天 情况复杂', 15, '情况复杂'],
    ['情况复杂 十五天', 15, '情况复杂'],
    ['半个月 等鉴定', 15, '等鉴定'],
    ['两周', 14, ''],
    ['1.5天 等县里', 2, '等县里'],
    ['一两天 等县里', 2, '等县里'],
    ['三到五日 等县里', 5, '等县里'],
    ['廿天', 20, ''],
    ['一个月 要重新测量', 30, '要重新测量'],
    ['两个星期 要重新测量', 14, '要重新测量'],
  ])('%s', (said, days, rest) => {
    expect(readDayCount(said)).toEqual({ days, rest })
  })

  it.each(['十来天', '三天多', '好几天', '三五六天', '第三天', '三天前', '情况复杂', '五到三天'])('are not in %s', (said) => {
    expect(readDayCount(said)).toBeNull()
  })
})
