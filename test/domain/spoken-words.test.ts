import { expect, it } from 'vitest'
import { spokenWords } from '../../src/domain/spoken-words.ts'

it.each([
  ['三社路口的路灯不亮了。', '三社路口的路灯不亮了。'],
  [' 三社\n路口 的 \u200b灯 ', '三社 路口 的 灯'],
  ['说'.repeat(500), '说'.repeat(120)],
  ['', null],
  ['。。。', null],
  ['♪♪', null],
  ['@所有人 开会', null],
  ['看 http://a.example', null],
  ['<b>灯</b>', null],
  ['\u202e灯坏了', '灯坏了'],
])('%j is shown back as %j', (transcript, words) => {
  expect(spokenWords(transcript)).toBe(words)
})
