import { describe, expect, it } from 'vitest'
import { caution } from '../../../src/channels/archive/library/caution.ts'

const whole = { limit: 1000, shut: false }
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('the lines on which native code dies', () => {
  it('are asked for by the tenth, until they are past', () => {
    const careful = caution()
    expect(careful.stepFor(0, 1000)).toEqual(whole)
    careful.died(0, 1000, true)
    for (let after = 0; after < 1000; after += 100) {
      expect(careful.stepFor(after, 1000)).toEqual({ limit: 100, shut: false })
      careful.passed(upTo(after + 1, after + 100))
    }
    expect(careful.stepFor(1000, 1000)).toEqual(whole)
  })

  it.each([
    ['passed over when one alone is not survived', true, { limit: 1, shut: true }],
    ['never passed over where it died before it opened any', false, { limit: 1, shut: false }],
  ])('are %s', (_, opening, last) => {
    const careful = caution()
    for (let death = 0; death < 4; death++) careful.died(7, careful.stepFor(7, 1000).limit, opening)
    expect(careful.stepFor(7, 1000)).toEqual(last)
    expect(careful.stepFor(3, 1000)).toEqual(whole)
    careful.passed([8])
    expect(careful.stepFor(8, 1000)).toEqual(whole)
  })

  it('are not passed over where every line kills: then it is the library', () => {
    const careful = caution()
    const over: number[] = []
    for (let after = 0; after < 20 && over.length === after; after++) {
      for (let death = 0; death < 4; death++) careful.died(after, careful.stepFor(after, 1000).limit, true)
      if (!careful.stepFor(after, 1000).shut) continue
      over.push(after + 1)
      careful.passed([after + 1])
    }
    expect(over).toHaveLength(10)
    careful.passed([11])
    for (let death = 0; death < 4; death++) careful.died(11, careful.stepFor(11, 1000).limit, true)
    expect(careful.stepFor(11, 1000).shut).toBe(true)
  })
})
