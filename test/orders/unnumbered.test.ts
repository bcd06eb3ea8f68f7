import { describe, expect, it } from 'vitest'
import { readAs } from './read-as.ts'
import { UNNUMBERED } from './unnumbered-words.ts'

/** The order with the numbers it names: 办结 7 9. */
const heardOf = (said: string | null): string =>
  said
    ?.split(' | ')[0]
    ?.replace(/ 新活| 〔.*?〕/gu, '')
    .replaceAll(' 坪', ' ') ?? '无'

describe('what cadres say one-to-one that gives no number, or several', () => {
  it.each(UNNUMBERED.map((row) => [row.said, row] as const))('%s', (_, { role, said, meant }) => {
    expect(heardOf(readAs(role, 'alone', said))).toBe(meant)
  })
})
