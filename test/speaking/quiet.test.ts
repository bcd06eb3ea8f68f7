import { describe, expect, it } from 'vitest'
import { nightUntil } from '../../src/speaking/quiet.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`)

describe('the night', () => {
  it.each([
    ['21:29', null],
    ['21:30', '2026-11-24T23:00:00.000Z'],
    ['23:59', '2026-11-24T23:00:00.000Z'],
    ['00:30', '2026-11-23T23:00:00.000Z'],
    ['06:59', '2026-11-23T23:00:00.000Z'],
    ['07:00', null],
    ['12:00', null],
  ])('at %s lasts until %s', (time, until) => {
    expect(nightUntil(at(time), '21:30', '07:00')?.toISOString() ?? null).toBe(until)
  })

  it('is none where both ends are the same', () => {
    expect(nightUntil(at('03:00'), '00:00', '00:00')).toBeNull()
  })
})
