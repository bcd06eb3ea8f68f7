import { describe, expect, it } from 'vitest'
import { readLimit } from '../../src/reading/limit.ts'

describe('a limit as people say it', () => {
  it.each([
    ['5天', 5, 'workingDays'],
    ['三个工作日', 3, 'workingDays'],
    ['24小时', 24, 'hours'],
    ['2个工作时', 2, 'workingHours'],
    ['两个工作小时', 2, 'workingHours'],
    ['十五分钟', 15, 'minutes'],
    ['一周', 5, 'workingDays'],
    ['当天', 1, 'sameDay'],
  ])('%s', (said, amount, unit) => {
    expect(readLimit(said)).toEqual({ amount, unit })
  })

  it.each(['尽快', '0天', '几天', ''])('is not %s', (said) => {
    expect(readLimit(said)).toBeNull()
  })
})
