import { describe, expect, it } from 'vitest'
import { caseRef } from '../../src/spoken/case-ref.ts'
import { readPastDay } from '../../src/spoken/past-day.ts'

describe('a case’s number', () => {
  it.each([
    ['信3', 3, ''],
    ['信03 走访 谈了一次', 3, '走访 谈了一次'],
    ['【信03】', 3, ''],
    ['3 承诺 下周五', 3, '承诺 下周五'],
    ['三号 受理', 3, '受理'],
    ['第12件', 12, ''],
  ])('is read from %s', (said, number, rest) => {
    expect(caseRef(said, ['信访', '信'])).toEqual({ number, rest })
  })

  it.each(['3人来访', '3月5日收到', '登记 周德福', '二社水渠', ''])('is not in %s', (said) => {
    expect(caseRef(said, ['信访', '信'])).toBeNull()
  })
})

describe('a day that has been', () => {
  const now = new Date('2026-11-24T10:00:00+08:00')
  const dayOf = (text: string) => readPastDay(text, now)?.at.toISOString().slice(0, 10)
  it.each([
    ['3月5日收到', '2026-03-05'],
    ['12月5日收到', '2025-12-05'],
    ['2025年3月5日收到', '2025-03-05'],
    ['去年三月五号', '2025-03-05'],
    ['昨天来的', '2026-11-23'],
    ['今天', '2026-11-24'],
  ])('is read from %s', (said, day) => expect(dayOf(said)).toBe(day))

  it.each(['下周五', '13月5日', '2027年1月1日', '没说'])('is not in %s', (said) => expect(dayOf(said)).toBeUndefined())
})
