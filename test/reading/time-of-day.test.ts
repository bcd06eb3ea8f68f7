import { describe, expect, it } from 'vitest'
import { readTimeOfDay } from '../../src/reading/time-of-day.ts'

describe('a time of day as people say it', () => {
  it.each([
    ['下午3点', 15 * 60, ''],
    ['上午九点半 村部', 9 * 60 + 30, '村部'],
    ['15:00', 15 * 60, ''],
    ['晚上7点20', 19 * 60 + 20, ''],
    ['3点', 15 * 60, ''],
    ['8点', 8 * 60, ''],
    ['早上8点一刻', 8 * 60 + 15, ''],
    ['中午12点', 12 * 60, ''],
    ['下午3点到5点 村部', 15 * 60, '村部'],
    ['8:30-11:30 村部', 8 * 60 + 30, '村部'],
    ['十点二十五', 10 * 60 + 25, ''],
    ['上午十一点', 11 * 60, ''],
    ['八点三刻', 8 * 60 + 45, ''],
    ['在德育堂 下午两点 土地承包', 14 * 60, '在德育堂 土地承包'],
  ])('%s', (said, minute, rest) => {
    expect(readTimeOfDay(said)).toEqual({ minute, rest })
  })

  it.each([
    '土地承包',
    '25点',
    '3点75分',
    '',
    '下午两三点',
    '下午3、4点',
    '三四点',
    '晚上12点',
    '8点多',
    '几点',
    '2-3点',
    '十一二点',
    '夜里1点',
  ])('is not in %s', (said) => {
    expect(readTimeOfDay(said)).toBeNull()
  })
})
