import { describe, expect, it } from 'vitest'
import { readSpeaker } from '../../src/orders/note.ts'

describe('who said what a cadre wrote down', () => {
  it.each([
    ['三社王大娘说家门口的水渠堵了', '王大娘'],
    ['张大山反映路烂了', '张大山'],
    ['河口村二社的赵大爷打电话说灯不亮', '赵大爷'],
    ['李家老二来说他家井干了', '李家老二'],
  ])('%s', (text, name) => {
    expect(readSpeaker(text)).toBe(name)
  })

  it.each(['大家都说路灯不亮', '三社水渠堵了', '听说二社停水了', '我说个事'])('is nobody in %s', (text) => {
    expect(readSpeaker(text)).toBeNull()
  })
})
