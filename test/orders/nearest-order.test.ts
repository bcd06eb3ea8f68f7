import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/orders/index.ts'
import { nearestOrder } from '../../src/orders/nearest-order.ts'
import { sceneOf } from './scene.ts'

const read = (role: 'resident' | 'keeper', place: { inGroup: boolean; quoting?: boolean }, text: string): string | null => {
  const meant = nearestOrder(text, sceneOf(role, place), COMMANDS)
  return (
    meant && [meant.word, meant.ref ? `${meant.ref.village ?? ''}${meant.ref.number}` : '', meant.rest].filter((w) => w !== '').join(' ')
  )
}

describe('a slip of the finger', () => {
  it.each([
    ['办洁 7', '办结 7'],
    ['办接7', '办结 7'],
    ['办结结 7', '办结 7'],
    ['结办 7 换了灯', '办结 7 换了灯'],
    ['挂帐 7 12月10日 等钱', '挂账 7 12月10日 等钱'],
    ['延其 7 两天', '延期 7 两天'],
    ['进站 7 配件到了', '进展 7 配件到了'],
    ['不受里 7 归供电所', '不受理 7 归供电所'],
  ])('asks about %s', (text, meant) => {
    expect(read('keeper', { inGroup: true }, text)).toBe(meant)
  })

  it.each(['今天 7 点开会', '路灯 7 盏不亮', '办法', '好的', '谢谢 7 号', '代办', '大家 3 点到'])('leaves %s alone', (text) => {
    expect(read('keeper', { inGroup: true }, text)).toBeNull()
  })

  it('suggests nothing that the speaker may not do', () => {
    expect(read('resident', { inGroup: true }, '办洁 7')).toBeNull()
    expect(read('resident', { inGroup: true }, '进度度 7')).toBe('进度 7')
  })

  it.each([
    ['清但 低保', '清单 低保'],
    ['青单 低保', '清单 低保'],
    ['轻单医保', '清单 医保'],
    ['请单 养老', '清单 养老'],
    ['清丹低保', '清单 低保'],
    ['单清 路灯', '清单 路灯'],
    ['清蛋 建房', '清单 建房'],
    ['情单医保', '清单 医保'],
    ['清担 救助', '清单 救助'],
    ['清旦 自来水', '清单 自来水'],
  ])('asks whether the list was meant by %s', (text, meant) => {
    for (const role of ['resident', 'keeper'] as const) expect(read(role, { inGroup: false }, text)).toBe(meant)
  })

  it.each(['清理 垃圾', '青草 低保', '请的单位', '菜单 饭店', '轻点放，低保户', '清明上坟', '情况 严重'])('%s names no list', (text) => {
    expect(read('resident', { inGroup: false }, text)).toBeNull()
  })

  it('takes a quoted post for the number', () => {
    expect(read('keeper', { inGroup: true, quoting: true }, '办洁')).toBe('办结')
    expect(read('keeper', { inGroup: true }, '办洁')).toBeNull()
  })
})
