import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptied, type Level, takeToken } from '../../src/domain/bucket.ts'

const bucket = { name: 'robot', burst: 3, perMinute: 15 }
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24) + seconds * 1000)

describe('a bucket', () => {
  it('gives its burst at once, then one every four seconds', () => {
    let level: Level | null = null
    const taken: number[] = []
    for (let second = 0; second <= 12; second++) {
      for (;;) {
        const result = takeToken(bucket, level, at(second))
        if (!('level' in result)) break
        level = result.level
        taken.push(second)
      }
    }
    expect(taken).toEqual([0, 0, 0, 4, 8, 12])
  })

  it('says when the next one is there', () => {
    const level = { tokens: 0.5, at: at(0) }
    expect(takeToken(bucket, level, at(0))).toEqual({ waitUntil: at(2) })
    expect(takeToken(bucket, level, at(2))).toHaveProperty('level')
  })

  it('gives nothing for a minute after the platform said too many', () => {
    const level = emptied(bucket, at(0), 60)
    expect(takeToken(bucket, level, at(59))).toHaveProperty('waitUntil')
    expect(takeToken(bucket, level, at(60))).toHaveProperty('level')
  })

  it('never gives more than burst and rate together in any minute, whenever it is asked and by whatever clock', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 4000 }), { maxLength: 300 }), (steps) => {
        let level: Level | null = null
        let now = 0
        const taken: number[] = []
        for (const step of steps) {
          now = Math.max(0, now + step / 1000)
          const result = takeToken(bucket, level, at(now))
          if (!('level' in result)) continue
          level = result.level
          taken.push(level.at.getTime())
        }
        for (const from of taken) expect(taken.filter((t) => t >= from && t < from + 60_000).length).toBeLessThanOrEqual(18)
      }),
    )
  })
})
