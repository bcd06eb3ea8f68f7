import { describe, expect, it } from 'vitest'
import { isFollowUp, isMeToo, isThanks } from '../../src/classify/follow-up.ts'
import { sameMatter } from '../../src/classify/same-matter.ts'

describe('me too', () => {
  it.each([
    '+1',
    '＋1',
    '加一',
    '我家也是',
    '我家也没水',
    '我们这也是',
    '我们这里也停了',
    '同问',
    '一样',
    '我也是',
    '三社也没水',
    '我们社也不亮',
    '俺家也是啊',
    '我们三社也停了',
    '我家的也拱了',
    '我家门口也是',
    '我家门口那盏也是',
    '我家屋后那一段也是',
    '我家也是，玻璃都震裂了',
  ])('%s is', (text) => {
    expect(isMeToo(text)).toBe(true)
  })
  it.each(['我家路灯坏了', '我也去', '我也想吃', '我家那个也是', '好的', '我家也想申请低保要什么材料', '隔壁把我家地占了', '1'])(
    '%s is not',
    (text) => {
      expect(isMeToo(text)).toBe(false)
    },
  )
})

describe('following up', () => {
  it.each([
    '还是没修',
    '还没人来',
    '怎么还没人来',
    '催一下',
    '又坏了',
    '昨晚又灭了',
    '没修好',
    '修了又坏',
    '啥时候能修',
    '说了几次了',
    '有结果了吗',
    '我那个事办得咋样了',
    '到哪一步了',
    '咋还没动静',
  ])('%s does', (text) => {
    expect(isFollowUp(text)).toBe(true)
  })
  it.each(['收到', '三社路口的路灯不亮了', '隔壁占了我家地', '低保怎么办理', '今天天气真好', '谢谢'])('%s does not', (text) => {
    expect(isFollowUp(text)).toBe(false)
  })
})

describe('thanks', () => {
  it.each(['谢谢', '谢谢李师傅', '修好了，谢谢', '太感谢了', '辛苦了', '来水了，感谢'])('%s is', (text) => {
    expect(isThanks(text)).toBe(true)
  })
  it.each(['路灯坏了，麻烦看一下，谢谢', '谢谢，不过还是没水', '收到', '麻烦问一下医保怎么交'])('%s is not', (text) => {
    expect(isThanks(text)).toBe(false)
  })
})

describe('the same matter', () => {
  const told = (text: string, duty: string | null, ...places: string[]) => ({ text, duty, places })
  const lamp = told('三社路口的路灯又不亮了', 'V-LAMP', '三社路口')

  it('is found in other words', () => {
    expect(sameMatter(lamp, told('三社路口灯坏了', 'V-LAMP', '三社路口'))).toBeGreaterThan(0.55)
    expect(sameMatter(told('自来水停了', 'V-WATER', '二社'), told('二社没水了', 'V-WATER', '二社'))).toBeGreaterThan(0.45)
  })
  it('is not found at another place or of another thing', () => {
    expect(sameMatter(lamp, told('五社路口的路灯不亮', 'V-LAMP', '五社路口'))).toBeLessThan(0.55)
    expect(sameMatter(lamp, told('三社路口的垃圾箱满了', 'V-WASTE', '三社路口'))).toBeLessThan(0.4)
  })
  it('is between none and all, and the same both ways', () => {
    const texts = ['', '。', '路灯', '三社路口的路灯又不亮了', '隔壁占了我家的地']
    for (const a of texts)
      for (const b of texts) {
        const score = sameMatter(told(a, null), told(b, null))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(score).toBeCloseTo(sameMatter(told(b, null), told(a, null)))
      }
  })
})
