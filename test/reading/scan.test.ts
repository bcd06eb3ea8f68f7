import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/reading/pattern.ts'
import { Scan } from '../../src/reading/scan.ts'

const SLOTS = { who: () => [], when: () => [], ref: () => [], phone: () => [], duty: () => [], order: () => [], number: () => [] }
const finds = (frame: string, text: string): number => new Scan(text, SLOTS).find(parsePattern({ text: frame, where: 'here' })).length

describe('a frame', () => {
  it.each(['催催咋还没动', '催催，咋还没动'])('may do without a break that may be missing: %s', (text) => {
    expect(finds('催催{gap?}咋还没动', text)).toBe(1)
  })

  it('wants the break that must be there', () => {
    expect(finds('催催{gap}咋还没动', '催催咋还没动')).toBe(0)
    expect(finds('催催{gap}咋还没动', '催催，咋还没动')).toBe(1)
  })
})
