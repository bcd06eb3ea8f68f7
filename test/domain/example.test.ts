import { describe, expect, it } from 'vitest'
import { type Example, rankOf, usableExamples } from '../../src/domain/example.ts'

const NIGHT = new Date('2026-11-24T12:00:00Z')
let count = 0
const taught = (text: string, more: Partial<Example> = {}): Example => {
  count += 1
  return {
    id: String(count),
    text,
    kind: 'none',
    duty: null,
    source: 'clerk-no',
    by: 'clerk',
    rank: 'village',
    at: NIGHT,
    ...more,
  }
}
const later = (minutes: number) => new Date(NIGHT.getTime() + minutes * 60_000)

describe('what is learnt from', () => {
  it('takes the later word on the same text', () => {
    const [only, ...rest] = usableExamples([taught('路灯坏了'), taught('路灯坏了。', { kind: 'village', at: later(1) })])
    expect(rest).toEqual([])
    expect(only?.kind).toBe('village')
  })

  it('lets the office outrank a village cadre, even a later one', () => {
    const [only] = usableExamples([
      taught('路灯坏了', { kind: 'village', rank: 'office', by: 'leader' }),
      taught('路灯坏了', { at: later(9) }),
    ])
    expect(only).toMatchObject({ kind: 'village', by: 'leader' })
  })

  it('takes no more than twenty of one person a day', () => {
    const many = Array.from({ length: 50 }, (_, i) => taught(`第${i}句`, { at: later(i) }))
    expect(usableExamples(many)).toHaveLength(20)
    expect(usableExamples([...many, taught('别人的一句', { by: 'other' })])).toHaveLength(21)
  })

  it('takes no more than three hundred of one person in all', () => {
    const days = Array.from({ length: 400 }, (_, i) => taught(`第${i}天的话`, { at: later(i * 24 * 60) }))
    const used = usableExamples(days)
    expect(used).toHaveLength(300)
    expect(used.at(-1)?.text).toBe('第399天的话')
  })

  it('learns nothing from signs alone', () => {
    expect(usableExamples([taught('。。。 ！')])).toEqual([])
  })
})

it.each([
  ['duty', 'office'],
  ['leader', 'office'],
  ['clerk', 'village'],
  ['secretary', 'village'],
] as const)('a %s speaks for the %s', (role, rank) => {
  expect(rankOf({ roles: [{ role, grid: 'V01' }] })).toBe(rank)
})
