import { describe, expect, it } from 'vitest'
import { WINGS } from '../../src/measures/index.ts'
import { WING_JOBS } from '../../src/ports/due-work.ts'

describe('the work of the wings', () => {
  it('is each done by one of them', () => {
    expect(WINGS.flatMap((w) => w.jobs.map((job) => job.name)).toSorted()).toEqual([...WING_JOBS].toSorted())
  })
})
