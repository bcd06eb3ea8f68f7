import { describe, expect, it } from 'vitest'
import { onStories } from '../../scripts/measure/stories.ts'
import { inPlainWords } from '../../src/classify/plain-words.ts'

describe('what is told in several breaths', () => {
  it('is given the right kind in seventeen stories of twenty, by voices never heard', () => {
    const read = onStories()
    const stories = read.reduce((n, r) => n + r.stories, 0)
    expect(stories).toBeGreaterThanOrEqual(150)
    expect(read.reduce((n, r) => n + r.kindRight, 0) / stories).toBeGreaterThanOrEqual(0.85)
  })
})

it.each([
  ['水莫有了，阿么弄哩', '水没有了，怎么弄了'],
  ['年时就说修哈，今儿还莫修', '去年就说修哈，今天还没修'],
  ['我大在这达坐哈', '我爸在这里坐下'],
  ['哈哈哈 莫名其妙', '哈哈哈 莫名其妙'],
  ['路灯不亮', '路灯不亮'],
])('%s is read as %s', (said, plain) => expect(inPlainWords(said)).toBe(plain))
