import { describe, expect, it } from 'vitest'
import { isDayAndReason, startsWithDay } from '../../src/reading/day-words.ts'
import { readTalk } from '../../src/reading/read-talk.ts'

describe('what is said of a talk', () => {
  it.each([
    ['周五下午村部', 'meeting'],
    ['12月3日上午到村委会谈', 'meeting'],
    ['', 'meeting'],
    ['谈了没谈拢', 'result'],
    ['说好了，各让半米', 'result'],
    ['两家都不肯让', 'result'],
    ['签了协议', 'result'],
    ['镇里', 'town'],
    ['请镇里来', 'town'],
    ['到镇上一起议', 'town'],
    ['镇上来人谈过了，没谈拢', 'result'],
  ])('%s is a %s', (words, said) => {
    expect(readTalk(words)).toBe(said)
  })
})

describe('words that begin with a day', () => {
  it.each(['到12月10日', '下周五 等灯泡', '两天', '到月底', '12.10', '三天，等配件', '明天'])('%s', (words) => {
    expect(startsWithDay(words)).toBe(true)
    expect(isDayAndReason(words)).toBe(true)
  })
  it.each(['到25号开会', '两天交作业', '明天下雨'])('%s goes on with something else', (words) => {
    expect(startsWithDay(words)).toBe(true)
    expect(isDayAndReason(words)).toBe(false)
  })
  it.each(['灯亮了', '王芳', '等配件'])('%s does not', (words) => {
    expect(startsWithDay(words)).toBe(false)
  })
})
