import { describe, expect, it } from 'vitest'
import { maskName, maskNumbers, maskText } from '../../src/domain/mask.ts'

describe('what a paper may show of people', () => {
  it.each([
    ['张大山', '张**'],
    ['李梅', '李*'],
    ['欧阳春雨', '欧阳**'],
    ['访', '访*'],
  ])('the name %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it.each([
    ['电话13900001234。', '电话139****1234。'],
    ['座机0939-3201234', '座机0939-****234'],
    ['证件620102198001011234', '证件620102********1234'],
    ['卡号6222020200112233445', '卡号6222****3445'],
    ['坪07，23户，1200米', '坪07，23户，1200米'],
  ])('%s as %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })

  it('hides the full names it is given wherever they stand', () => {
    expect(maskText('张大山家门口的灯，打13900001234', ['张大山', '李'])).toBe('张**家门口的灯，打139****1234')
  })
})
