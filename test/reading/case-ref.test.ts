import { describe, expect, it } from 'vitest'
import { caseRef } from '../../src/reading/case-ref.ts'

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
