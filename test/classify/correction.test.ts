import { describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { putRight, readCorrection } from '../../src/classify/correction.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: ['坪头村', '三社', '四社'] })
const placesIn = (text: string) => judge(text).places
const tells = (text: string) => judge(text).kind !== 'none' && judge(text).outcome !== 'leave'
const after = (told: string, said: string): string | null => {
  const correction = readCorrection(said, placesIn)
  return correction && putRight(told, correction, placesIn, tells)
}

describe('a correction in everyday words', () => {
  it.each([
    ['三社路口的路灯坏了三天了', '哎说错了 不是三社 是四社下面那个', '四社下面路口的路灯坏了三天了'],
    ['三社的水井堵了 浇不上地', '打错字了 是水渠不是水井', '三社的水渠堵了 浇不上地'],
    ['一社的桥栏杆断了', '刚说的是二社', '二社的桥栏杆断了'],
    ['五社路等不亮了', '打错了 应该是路灯', '五社路灯不亮了'],
    ['路登坏了 在三社', '打错字了 路登是路灯', '路灯坏了 在三社'],
    ['庙门前的灯坏了', '不是庙门前 是戏台跟前', '戏台跟前的灯坏了'],
    ['三社停水了', '是四社 不是三社', '四社停水了'],
    ['三社停水了', '错了 是停电', '三社停电了'],
    ['三社的垃圾桶满了', '更正 不是垃圾桶是垃圾车', '三社的垃圾车满了'],
    ['路灯坏了', '说错了 在涝坝边上', '在涝坝边上路灯坏了'],
  ])('%s / %s', (told, said, right) => expect(after(told, said)).toBe(right))
})

describe('what puts nothing right', () => {
  it.each(['不是我 是他', '不是你想的那样', '不对吧 我家有水', '打错了 昨天晚上停的', '今天赶集去不去'])('%s', (said) =>
    expect(after('三社停水了', said)).toBeNull(),
  )
})
