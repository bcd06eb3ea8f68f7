import { describe, expect, it } from 'vitest'
import { KEPT_BACK, LOOKED_AT, type NaturalOrder } from './natural-words.ts'
import { readAs } from './read-as.ts'

/** Its name and number; what stands behind them is read by the order. */
const meantBy = ({ role, said }: NaturalOrder): string | null =>
  readAs(role, 'alone', said)
    ?.replace(/ 新活| 〔.*?〕/u, '')
    .replace(' 坪7', ' 7')
    .split(' | ')[0] ?? null

describe('orders in natural words, one-to-one', () => {
  it.each(LOOKED_AT.map((row) => [row.cadre, row.said, row.meant, row] as const))('%s: %s → %s', (_cadre, _said, meant, row) => {
    expect(meantBy(row)).toBe(meant)
  })

  it('are understood too where the grammar was not made with them, and never as something else', () => {
    const heard = KEPT_BACK.map((row) => ({ ...row, heard: meantBy(row) }))
    expect(heard.filter((row) => row.heard !== null && row.heard !== row.meant)).toEqual([])
    expect(heard.filter((row) => row.heard === row.meant).length / heard.length).toBeGreaterThanOrEqual(0.92)
  })
})
