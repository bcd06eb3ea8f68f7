import { describe, expect, it } from 'vitest'
import { maskNumbers } from '../../src/domain/mask.ts'
import { isCardNumber, isPaperNumber, personalNumbers } from '../../src/domain/personal-numbers.ts'
import { innocents, someNumbers } from '../support/numbers.ts'

const kinds = (text: string) => personalNumbers(text).map((n) => `${n.kind} ${text.slice(n.from, n.to)}`)

describe('numbers that belong to one person', () => {
  it.each([
    ['他的号是１３８００１３８０００', 'mobile １３８００１３８０００'],
    ['打 138 0013 8000 找我爸', 'mobile 138 0013 8000'],
    ['138.0013.8000', 'mobile 138.0013.8000'],
    ['电话+86 13800138000', 'mobile +86 13800138000'],
    ['8613800138000打不通', 'mobile 8613800138000'],
    ['幺三八零零幺三八零零零', 'mobile 幺三八零零幺三八零零零'],
    ['一三八，零零一三，八零零零', 'mobile 一三八，零零一三，八零零零'],
    ['138然后0013然后8000', 'mobile 138然后0013然后8000'],
    ['前面138中间是0013，最后8000', 'mobile 138中间是0013，最后8000'],
    ['1 3 8 0 0 1 3 8 0 0 0', 'mobile 1 3 8 0 0 1 3 8 0 0 0'],
    ['138\u200b0013\u200b8000', 'mobile 138\u200b0013\u200b8000'],
    ['家里座机0939-6801234', 'landline 0939-6801234'],
    ['电话：6801234', 'landline 6801234'],
    ['010 6552 9988', 'landline 010 6552 9988'],
    ['身份证 11010519491231002X', 'paper 11010519491231002X'],
    ['证号110105 19491231 002x', 'paper 110105 19491231 002x'],
    ['老身份证110105491231002', 'paper 110105491231002'],
    ['打到6222021234567890128', 'card 6222021234567890128'],
    ['卡号 6228 4800 0000 0000 123', 'card 6228 4800 0000 0000 123'],
    ['车是甘K·3D209的', 'plate 甘K·3D209'],
    ['甘 k 12345 撞了墙', 'plate 甘 k 12345'],
    ['川AD12345', 'plate 川AD12345'],
  ])('finds in %s: %s', (text, found) => {
    expect(kinds(text).join(', ')).toBe(found)
  })

  it.each([
    '2026年11月29日上午9点',
    '2026-11-29 09:30',
    '2026.11.29',
    '一共13900元，给了8000',
    '收了12345斤洋芋，卖了6790.5元',
    '坪07 路灯，坪12 水管',
    '拨12345，报警110，急救120',
    '400-600-1234',
    '单号202611290930123456',
    '一二三四五六七，七六五四三二一',
    '1234567890123',
    '三社408户，2800口人，13900亩',
    '7号办好了，12号还没有',
    '经度105.7234567 纬度33.7345678',
  ])('leaves alone: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('knows check digits', () => {
    expect(isPaperNumber('11010519491231002X')).toBe(true)
    expect(isPaperNumber('110105194912310021')).toBe(false)
    expect(isCardNumber('6222021234567890128')).toBe(true)
    expect(isCardNumber('6222021234567890129')).toBe(false)
  })

  it('shows too little to be used', () => {
    expect(maskNumbers('13800138000，0939-6801234，11010519491231002X，6222021234567890128，甘K12345')).toBe(
      '138****8000，0939-****234，110105********002X，6222****0128，甘K***45',
    )
  })

  it('finds nearly all of many spellings, and hardly anything in what is innocent', () => {
    const numbers = someNumbers(2000, 7)
    const missed = numbers.filter(
      ({ text, digits }) => maskNumbers(text).normalize('NFKC').replace(/\D/g, '').includes(digits) || personalNumbers(text).length === 0,
    )
    expect(missed.length / numbers.length).toBeLessThanOrEqual(0.005)
    const vain = innocents(1000, 7).filter((text) => maskNumbers(text) !== text)
    expect(vain.length / 1000).toBeLessThanOrEqual(0.005)
  })
})
