import { expect, it } from 'vitest'
import { nearestScored, nearestWord } from '../../src/reading/typo.ts'

const words = [
  '待办',
  '接',
  '转',
  '派',
  '议',
  '进展',
  '走访',
  '办结',
  '延期',
  '同意',
  '不同意',
  '挂账',
  '恢复',
  '不受理',
  '合并',
  '改类',
  '督办',
  '请假',
  '销假',
  '撤销',
  '满意',
  '不满意',
  '没修好',
]

it.each([
  ['办洁', '办结'],
  ['办接', '办结'],
  ['板结', '办结'],
  ['结办', '办结'],
  ['办结结', '办结'],
  ['言期', '延期'],
  ['挂帐', '挂账'],
  ['挂张', '挂账'],
  ['没修号', '没修好'],
  ['不受里', '不受理'],
  ['销家', '销假'],
  ['晋展', '进展'],
  ['撤消', '撤销'],
  ['不满易', '不满意'],
])('%s means %s', (typed, word) => {
  expect(nearestWord(typed, words)).toBe(word)
})

it.each(['办法', '代办', '路灯', '办理', '开会', '好', '满月', '今天', '谢谢', '收到', '吃饭了'])('%s is left alone', (typed) => {
  expect(nearestWord(typed, words)).toBeNull()
})

it('gives an ordinary word a low score, for the caller to weigh with what follows', () => {
  expect(nearestScored('代办', words)).toEqual({ word: '待办', score: 0.6 })
  expect(nearestScored('办结', words)).toEqual({ word: '办结', score: 1 })
})
