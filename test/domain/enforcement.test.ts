import { describe, expect, it } from 'vitest'
import { compare, type MonthFigure, monthsOf } from '../../src/measures/enforcement/facts.ts'
import { comparedWords } from '../../src/measures/enforcement/words.ts'

const half = monthsOf('2023-01', '2023-06')
/** A total spread over six months: all of it in the last, nothing in the others. */
const told = (code: MonthFigure['code'], year: number, total: number, without: number[] = []): MonthFigure[] =>
  half.flatMap((m, i) => (without.includes(i + 1) ? [] : [{ code, month: `${year}${m.slice(4)}`, count: i === 5 ? total : 0 }]))

describe('the half-year beside last year’s', () => {
  it.each([
    ['publicOrder', 2, 25, '治安案件 1–6月 2起（去年同期25起，少92%）'],
    ['trafficOffences', 212, 275, '交通违法 1–6月 212人次（去年同期275人次，少22.9%）'],
    ['rectification', 24, 32, '整改通知书 1–6月 24份（去年同期32份，少25%）'],
    ['publicOrder', 3, 2, '治安案件 1–6月 3起（去年同期2起，多50%）'],
    ['publicOrder', 4, 4, '治安案件 1–6月 4起（去年同期4起，持平）'],
    ['publicOrder', 0, 5, '治安案件 1–6月 0起（去年同期5起，少100%）'],
    ['publicOrder', 5, 0, '治安案件 1–6月 5起（去年同期0起）'],
    ['publicOrder', 0, 0, '治安案件 1–6月 0起（去年同期0起）'],
  ] as const)('%s: %i against %i', (code, now, before, words) => {
    const compared = compare(code, half, [...told(code, 2023, now), ...told(code, 2022, before)])
    expect(comparedWords(compared, '2023-06')).toBe(words)
  })

  it.each([
    ['nothing was told last year', [...told('publicOrder', 2023, 2)], '治安案件 1–6月 2起（去年同期没有记录）'],
    ['nothing was told this year', [...told('publicOrder', 2022, 2)], '治安案件 1–6月 没有记录（去年同期2起）'],
    [
      'a month of this year is missing',
      [...told('publicOrder', 2023, 2, [3]), ...told('publicOrder', 2022, 25)],
      '治安案件 1–6月 2起（去年同期25起，缺3月）',
    ],
    [
      'months of last year are missing',
      [...told('publicOrder', 2023, 2), ...told('publicOrder', 2022, 25, [1, 2])],
      '治安案件 1–6月 2起（去年同期25起，去年缺1–2月）',
    ],
  ])('is compared with nothing when %s', (_, figures, words) => {
    const compared = compare('publicOrder', half, figures)
    expect(compared.change).toBeNull()
    expect(comparedWords(compared, '2023-06')).toBe(words)
  })

  it('begins with the first month that either year has told of', () => {
    const late = (year: number, total: number) => told('publicOrder', year, total).slice(4)
    const compared = compare('publicOrder', half, [...late(2023, 2), ...late(2022, 25)])
    expect(comparedWords(compared, '2023-06')).toBe('治安案件 5–6月 2起（去年同期25起，少92%）')
    const one = compare('publicOrder', half, [...late(2023, 2).slice(1), ...late(2022, 25).slice(1)])
    expect(comparedWords(one, '2023-06')).toBe('治安案件 6月 2起（去年同期25起，少92%）')
  })

  it('is the source text’s arithmetic', () => {
    const change = (now: number, before: number) =>
      compare('publicOrder', half, [...told('publicOrder', 2023, now), ...told('publicOrder', 2022, before)]).change
    expect(change(2, 25)).toBeCloseTo(-0.92, 3)
    expect(change(212, 275)).toBeCloseTo(-0.229, 3)
    expect(change(24, 32)).toBeCloseTo(-0.25, 3)
  })

  it('counts months over the turn of a year', () => {
    expect(monthsOf('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })
})
