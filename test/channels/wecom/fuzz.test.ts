import { describe, expect, it } from 'vitest'
import { fuzz } from '../../../scripts/fuzz-callbacks.ts'

describe('callbacks that the platform has not made', () => {
  // npm run fuzz does a hundred thousand, and tells how long the slowest took.
  it.each([7, 8])('are all refused without a word, and break nothing (seed %i)', async (seed) => {
    const { calls, accepted, talked, faults, answers, unchanged, acknowledged } = await fuzz({ count: 2000, seed })
    expect({ calls, accepted, talked, faults }).toEqual({ calls: 2000, accepted: [], talked: 0, faults: 0 })
    // Only what was changed in its wrapping is taken, as what it was.
    expect(answers['200']).toBe(unchanged + acknowledged)
    expect(Object.keys(answers).filter((status) => !['200', '400', '403', '413'].includes(status))).toEqual([])
    expect(answers['403']).toBeGreaterThan(500)
  })
})
