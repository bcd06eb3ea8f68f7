import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../src/reading/period.ts'

const now = new Date('2026-11-24T09:00:00+08:00')
const january = new Date('2027-01-05T09:00:00+08:00')

describe('a time that figures are told of', () => {
  it.each([
    ['本月', 'month', '2026-11', ''],
    ['这个月', 'month', '2026-11', ''],
    ['这月', 'month', '2026-11', ''],
    ['上月', 'month', '2026-10', ''],
    ['上个月的', 'month', '2026-10', '的'],
    ['上上个月', 'month', '2026-09', ''],
    ['10月', 'month', '2026-10', ''],
    ['十月份', 'month', '2026-10', ''],
    ['12月', 'month', '2025-12', ''],
    ['去年6月', 'month', '2025-06', ''],
    ['2025年6月', 'month', '2025-06', ''],
    ['治安案件 2 6月', 'month', '2026-06', '治安案件 2'],
    ['11月 治安案件 2', 'month', '2026-11', '治安案件 2'],
    ['本季度', 'quarter', '2026Q4', ''],
    ['这个季度', 'quarter', '2026Q4', ''],
    ['上季度', 'quarter', '2026Q3', ''],
    ['上一季度', 'quarter', '2026Q3', ''],
    ['三季度', 'quarter', '2026Q3', ''],
    ['第二季度', 'quarter', '2026Q2', ''],
    ['去年四季度', 'quarter', '2025Q4', ''],
    ['2026Q1', 'quarter', '2026Q1', ''],
    ['今年', 'year', '2026', ''],
    ['全年', 'year', '2026', ''],
    ['去年', 'year', '2025', ''],
    ['2025年', 'year', '2025', ''],
    ['2025年度', 'year', '2025', ''],
    ['二〇二五年十月', 'month', '2025-10', ''],
    ['25年10月', 'month', '2025-10', ''],
    ['二〇二五年三季度', 'quarter', '2025Q3', ''],
  ])('reads %s', (text, kind, period, rest) => {
    expect(readPeriod(text, now)).toEqual({ kind, period, rest })
  })

  it.each(['12月5日', '十二月五号', '名单', '治安案件 2', '月底', '10月底', '10-11月', '10月到11月', '7、8月', '前10月', '两三月', '13月'])(
    '%s is none',
    (text) => {
      expect(readPeriod(text, now)).toBeNull()
    },
  )

  it('goes back over the turn of the year', () => {
    expect(readPeriod('上月', january)?.period).toBe('2026-12')
    expect(readPeriod('上季度', january)?.period).toBe('2026Q4')
    expect(readPeriod('四季度', january)?.period).toBe('2026Q4')
  })
})
