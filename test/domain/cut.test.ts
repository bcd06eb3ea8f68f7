import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/domain/cut.ts'

const bytes = (text: string) => Buffer.byteLength(text)
const ofBytes = (n: number) => '路'.repeat(Math.floor(n / 3)) + 'a'.repeat(n % 3)

describe('a text cut to size', () => {
  it.each([2047, 2048])('stays one message at %i bytes', (n) => {
    expect(partsOf(ofBytes(n), 2048)).toEqual([ofBytes(n)])
  })

  it('becomes two numbered messages at 2049 bytes', () => {
    const parts = partsOf(ofBytes(2049), 2048)
    expect(parts.map((p) => p.slice(0, 5))).toEqual(['（1/2）', '（2/2）'])
    expect(parts.map((p) => p.slice(5)).join('')).toBe(ofBytes(2049))
  })

  it('is never cut inside a character that people see as one', () => {
    const family = '👨‍👩‍👧‍👦'
    for (const part of partsOf(family.repeat(200), 2048)) expect(part.slice(5).replaceAll(family, '')).toBe('')
  })

  it('is rather cut at the end of a line, then of a sentence', () => {
    expect(partsOf('一二三四五六。\n七八九十', 33).map((p) => p.slice(5))).toEqual(['一二三四五六。', '七八九十'])
    expect(partsOf('一二三四五。六七八九十一', 35).map((p) => p.slice(5))).toEqual(['一二三四五。', '六七八九十一'])
  })

  it('keeps every part within the limit and loses nothing but the line ends it was cut at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), fc.integer({ min: 60, max: 400 }), (text, limit) => {
        const parts = partsOf(text, limit)
        for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(limit)
        const back = parts.length === 1 ? parts.join('') : parts.map((p) => p.replace(/^（\d+\/\d+）/u, '')).join('')
        expect(back.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      }),
    )
  })
})
