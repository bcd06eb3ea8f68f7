import { describe, expect, it } from 'vitest'
import { readAs } from './read-as.ts'

describe('first a story, and what is wanted last', () => {
  it.each([
    ['keeper', '钱等不到，我自己垫上买了个灯头，今早装好亮着呢，7号办结', '办结 7 | 钱等不到，我自己垫上买了个灯头，今早装好亮着呢'],
    ['keeper', '31号料到了，接着办', '恢复 31 | 料到了'],
    ['secretary', '李建国娃发烧在县上呢，你催他也没用，7号给他宽限三天', '延期 7 | 李建国娃发烧在县上呢，你催他也没用，给他宽限三天'],
    ['secretary', '水管的事拖了几天了，我看他忙不过来，坪04让张满仓接手', '转 坪4 | 张满仓'],
    ['keeper', '坪16我明天不在，请王芳代办一下', '转 坪16 | 王芳'],
    ['keeper', '7号请假一天', '请假 | 7号 一天'],
    ['keeper', '给王芳施点压，7号叫她快些弄', null],
  ] as const)('%s: %s', (role, said, meant) => {
    expect(readAs(role, 'alone', said)).toBe(meant)
  })
  it('ends nothing that is only told to others, or asked, or still to come', () => {
    const said = [
      '给周大爷回个话，路灯修好了',
      '坪07先别结，还差一截',
      '7号办好以后我给你说',
      '坪07人家说修好了，我不信',
      '7号最晚哪天弄完',
    ]
    expect(said.filter((line) => readAs('keeper', 'alone', line)?.startsWith('办结'))).toEqual([])
  })
})
