import { describe, expect, it } from 'vitest'
import { isOnlyNoName, wantsNoName } from '../../src/classify/anonymous.ts'

describe('who wants no name', () => {
  it.each([
    '不要说是我说的',
    '别提我名字',
    '莫说是我',
    '不要让人知道是我啊',
    '别让人晓得是我讲的',
    '不要把我名字说出去',
    '我不想留名字',
    '别跟人说是我',
    '给我保个密',
    '替我瞒着点',
    '匿名',
    '别点我的名',
    '我怕人家知道是我告的',
    '名字就不要写了',
    '莫把我卖了',
    '请不要公开我的姓名',
    '不记名行不行',
    '麻烦保密 谢谢',
    '三社有人往河里倒猪粪 莫说是我说的',
  ])('%s', (text) => expect(wantsNoName(text)).toBe(true))
})

describe('who only talks', () => {
  it.each([
    '别说我了',
    '不要说我胖',
    '莫说我没提醒你',
    '你别说是我吃的',
    '不要告诉他我在家',
    '匿名红包谁发的',
    '保密工作做得好',
    '别提了 倒霉',
    '不要让人知道密码',
    '别说是我买贵了 哈哈',
  ])('%s', (text) => expect(wantsNoName(text)).toBe(false))
})

describe('nothing but that', () => {
  it.each(['不要让人知道是我啊', '千万莫说是我', '麻烦给我保个密'])('%s', (text) => expect(isOnlyNoName(text)).toBe(true))
  it.each(['隔壁偷电 莫说是我说的', '支书吃低保 别提我名字'])('%s tells something', (text) => expect(isOnlyNoName(text)).toBe(false))
})
