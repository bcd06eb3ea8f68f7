import { expect, it } from 'vitest'
import { missTime } from '../../scripts/prove/missed.ts'

it('does what fell due while it was away once, and posts nothing stale', { timeout: 120_000 }, async () => {
  expect(await missTime(2, () => {})).toMatchObject({ points: 2, notDone: 0, twice: 0, stale: 0 })
})
