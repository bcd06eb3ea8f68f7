import { describe, expect, it } from 'vitest'
import { readListAnswer } from '../../src/reading/list-answer.ts'

describe('an answer to a list of five', () => {
  it.each([
    ['1 3', [1, 3]],
    ['1、3', [1, 3]],
    ['1和3', [1, 3]],
    ['13', [1, 3]],
    ['3 1 1', [1, 3]],
    ['登记1 3', [1, 3]],
    ['1 3要登记', [1, 3]],
    ['第一个', [1]],
    ['第1个和第4个', [1, 4]],
    ['只有2', [2]],
    ['2号', [2]],
    ['二', [2]],
    ['就第二条吧', [2]],
    ['都登记', [1, 2, 3, 4, 5]],
    ['全部', [1, 2, 3, 4, 5]],
    ['都要', [1, 2, 3, 4, 5]],
    ['除了2都登记', [1, 3, 4, 5]],
    ['都不是', []],
    ['不是', []],
    ['没有', []],
    ['都没有', []],
    ['一个都不是', []],
    ['都不用登记。', []],
  ])('%s', (said, lines) => {
    expect(readListAnswer(said, 5)).toEqual(lines)
  })

  it.each(['7', '1 9', '好', '吃了吗', '1号的灯坏了', '待办', '办结 1 换了灯泡', '不知道', '1点开会'])('%s answers nothing', (said) => {
    expect(readListAnswer(said, 5)).toBeNull()
  })

  it('a plain yes is of the only line, and of none where there are several', () => {
    expect(readListAnswer('是', 1)).toEqual([1])
    expect(readListAnswer('是', 2)).toBeNull()
  })
})
