import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIGEST_BYTES, fit } from '../../src/digest/fit.ts'
import { decisionLines, heading, type Line, line } from '../../src/wording/digests.ts'

const text = fc.string({ unit: fc.constantFrom(...'坪头村路灯超期0123 →，（）😀a'), maxLength: 400 })
const lines = fc.array(fc.record({ text, rank: fc.constantFrom(0, 1, 2, 3, 4, 5) }), { minLength: 1, maxLength: 60 })
const bytes = (s: string) => Buffer.byteLength(s, 'utf8')

describe('a digest', () => {
  it('is never longer than one application message holds', () => {
    fc.assert(fc.property(lines, (all) => bytes(fit(all)) <= DIGEST_BYTES))
  })

  it('is told whole where there is room', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const all = texts.map((t): Line => ({ text: t, rank: 1 }))
        const whole = texts.join('\n')
        return bytes(whole) > DIGEST_BYTES || fit(all) === whole
      }),
    )
  })

  it('loses whole lines, and none while a less important one stays', () => {
    const short = fc.record({
      text: fc.string({ unit: fc.constantFrom(...'坪头村'), minLength: 1, maxLength: 200 }),
      rank: fc.constantFrom(0, 1, 2, 3),
    })
    fc.assert(
      fc.property(fc.array(short, { minLength: 1, maxLength: 60 }), (drafts) => {
        const all = drafts.map((l, i): Line => ({ text: `${i}${l.text}`, rank: l.rank }))
        const kept = fit(all).split('\n')
        const stayed = all.filter((l) => kept.includes(l.text))
        const gone = all.filter((l) => !kept.includes(l.text))
        expect(kept).toEqual(stayed.map((l) => l.text))
        return gone.every((g) => stayed.every((s) => s.rank <= g.rank))
      }),
    )
  })

  it('keeps its decisions to the last', () => {
    const filler = Array.from({ length: 40 }, (_, i) => line(2 + i, '各村'.repeat(40))).flat()
    const decisions = Array.from({ length: 6 }, (_, i) => ({ n: i + 1, text: `坪0${i} 路灯超期4天`, command: `督办 坪0${i}` }))
    const told = fit([...line(0, heading('鸡峰镇', new Date('2026-11-24T09:40:00Z'))), ...decisionLines(decisions, 6), ...filler])
    for (const d of decisions) expect(told).toContain(d.text)
  })

  it.each([
    ['坪07 路灯超期4天，最近说：打13900001234', '坪07 路灯超期4天，最近说：打139****1234'],
    ['等周大爷（身份证620123198803072416）来签字', '等周大爷（身份证620123********2416）来签字'],
    ['新 12（村里9 邻里2 户里1），11月24日', '新 12（村里9 邻里2 户里1），11月24日'],
  ])('tells nobody’s number: %s', (told, shown) => expect(fit([{ text: told, rank: 0 }])).toBe(shown))

  it('ends one line that is too long with a whole character', () => {
    expect(fit([{ text: '坪'.repeat(1000), rank: 0 }])).toBe('坪'.repeat(682))
  })
})
