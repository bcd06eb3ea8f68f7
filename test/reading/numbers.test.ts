import { expect, it } from 'vitest'
import { normalise } from '../../src/reading/normalise.ts'
import { readNumber } from '../../src/reading/numbers.ts'

it.each([
  ['7', 7],
  ['07', 7],
  ['0７', 7],
  ['七', 7],
  ['零七', 7],
  ['〇七', 7],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十三', 23],
  ['一二', 12],
  ['一百', 100],
  ['一百二', 120],
  ['一百零二', 102],
  ['一百二十三', 123],
  ['两百', 200],
  ['路', null],
  ['', null],
  ['十十', null],
  ['1十', null],
  ['百', null],
])('reads %s as %s', (said, number) => {
  expect(readNumber(said)).toBe(number)
})

it.each([
  ['＠说事　办结 ７', '办结 7', true],
  ['@说事\u2005办结  7', '办结 7', true],
  ['@说事机器人\u2005待办', '待办', true],
  ['待办 @说事', '待办', true],
  ['@说事办结7', '办结7', true],
  ['\u200b接 7\ufeff ', '接 7', false],
  ['路灯坏了，快来！', '路灯坏了，快来！', false],
  ['下午１０：３０停水', '下午10:30停水', false],
  ['@李建国 你看看', '@李建国 你看看', false],
])('normalises %s to %s', (typed, text, mentioned) => {
  expect(normalise(typed)).toEqual({ original: typed, text, mentioned })
})
