import { describe, expect, it } from 'vitest'
import { WINGS } from '../../src/measures/index.ts'
import { readWork } from '../../src/ports/due-work.ts'

describe('the work of the wings', () => {
  it('is each done by one of them, and none of it by the house', () => {
    const names = WINGS.flatMap((w) => w.jobs.map((job) => job.name))
    expect(
      names.filter(
        (name, i) => names.indexOf(name) !== i || readWork({ key: name, at: new Date(0), ticket: null, job: name, data: {} })?.job !== name,
      ),
    ).toEqual([])
  })
})
