import { describe, expect, it } from 'vitest'
import { readAs } from './read-as.ts'
import { VOICED, type Voiced } from './voices.ts'

const heardOf = ({ role, said }: Voiced): string | null =>
  readAs(role, 'alone', said)
    ?.replace(/ 新活| 〔.*?〕/u, '')
    .replace(' 坪7', ' 7')
    .split(' | ')[0] ?? null

describe('five voices, one-to-one', () => {
  const heard = VOICED.map((row) => ({ ...row, heard: heardOf(row) }))
  it('are never heard as something else', () => {
    expect(heard.filter((row) => row.heard !== null && !row.meant.includes(row.heard))).toEqual([])
  })
  it('are understood, but for a few who are asked back', () => {
    const meaning = heard.filter((row) => row.meant.length > 0)
    expect(meaning.filter((row) => row.heard !== null).length / meaning.length).toBeGreaterThanOrEqual(0.97)
  })
})
