import { describe, expect, it } from 'vitest'
import { afterAgreeing } from '../../src/reading/agreeing.ts'
import { isOnlyDetail } from '../../src/reading/detail.ts'

describe('agreeing', () => {
  it.each([
    ['就是，我家也看不见路', '我家也看不见路'],
    ['就是的,我们社也停了', '我们社也停了'],
    ['就是我家也没水', '我家也没水'],
    ['对对对，晚上黑得很', '晚上黑得很'],
    ['是啊 我们这边也一样', '我们这边也一样'],
    ['可不是嘛，臭得人站不住', '臭得人站不住'],
    ['没错，娃放学怕得很', '娃放学怕得很'],
    ['确实，这路该修了', '这路该修了'],
    ['嗯嗯，是啊，我家也是', '我家也是'],
    ['一样，我们队也没人收', '我们队也没人收'],
  ])('%s takes up what was said', (text, rest) => {
    expect(afterAgreeing(text)).toBe(rest)
  })

  it.each([
    '就是说今天要开会',
    '就是想问一下低保咋申请',
    '就是那个老王说的',
    '就是不知道啥时候来',
    '就是',
    '对了，四社的水渠堵了',
    '对面山上的路塌了',
    '是不是今天停水',
    '是谁家的羊',
    '真的吗，谁说的',
    '就是，啥时候开会？',
    '一样的东西集上便宜',
    '确实不错',
  ])('%s does not', (text) => {
    expect(afterAgreeing(text)).toBeNull()
  })
})

describe('only a detail', () => {
  it.each([
    ['三社路口', ['三社路口']],
    ['三社从昨晚停到现在', ['三社']],
    ['都三天了', []],
    ['从早上起就没有', []],
    ['三社路口那里，黑得很', ['三社路口']],
    ['到现在还没来', []],
    ['啥时候停的', []],
  ])('%s', (words, places) => {
    expect(isOnlyDetail(words, places)).toBe(true)
  })

  it.each([
    ['四社的水渠堵了', ['四社']],
    ['二社路也塌了', ['二社']],
    ['垃圾三天没人拉了', []],
    ['牛昨晚跑丢了', []],
    ['', []],
  ])('%s is more than that', (words, places) => {
    expect(isOnlyDetail(words, places)).toBe(false)
  })
})
