import { describe, expect, it } from 'vitest'
import { fewShotsFrom } from '../../src/classify/few-shots.ts'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import type { LabelledText } from '../../src/domain/example.ts'

const lamp: LabelledText = { text: '二社巷子口的路灯坏了', kind: 'village', duty: 'V-LAMP' }
const water: LabelledText = { text: '自来水停了两天', kind: 'village', duty: 'V-WATER' }
const chat: LabelledText = { text: '晚上过来喝酒', kind: 'none', duty: null }

describe('the few most similar examples', () => {
  const near = fewShotsFrom([chat, water, lamp])

  it.each([
    ['三社路灯不亮', [lamp]],
    ['自来水又停了', [water]],
    ['地界让人挪了', []],
    ['', []],
    ['🔥', []],
  ])('of %j', (text, found) => {
    expect(near(text)).toEqual(found)
  })

  it('come from what ships, a handful, the nearest first', () => {
    const found = fewShotsFrom(shippedExamples())('路口的路灯不亮了')
    expect(found.length).toBeGreaterThan(3)
    expect(found.length).toBeLessThanOrEqual(6)
    expect(found[0]?.duty).toBe('V-LAMP')
  })
})
