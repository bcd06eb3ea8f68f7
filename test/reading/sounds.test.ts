import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { soundsOf } from '../../src/reading/sounds.ts'

it.each([
  ['办结', 'ban jie'],
  ['坪头村', 'ping tou cun'],
  ['进展', 'jin zhan'],
  ['走访', 'zou fang'],
  ['卷宗', 'juan zong'],
  ['阿婆', 'a po'],
  ['作坊', 'zuo fang'],
  ['办7件ok', 'ban 7 jian o k'],
])('%s sounds %s', (word, sounds) => {
  expect(soundsOf(word).join(' ')).toBe(sounds)
})

it('names each sound once, in the order in which characters are put', () => {
  const lines = readFileSync(new URL('../../src/reading/sounds.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/u)
  const sounds = lines.map((line) => line.split(' ')[0])
  const firsts = lines.map((line) => line.split(' ')[1] ?? '')
  expect(new Set(sounds).size).toBe(lines.length)
  expect(firsts.toSorted(new Intl.Collator('zh-u-co-pinyin').compare)).toEqual(firsts)
})
