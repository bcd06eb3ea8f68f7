import { expect, it } from 'vitest'
import { inBatches } from '../../src/domain/in-batches.ts'

it('answers each of those that asked at once, in their order', async () => {
  const lots: number[][] = []
  const twice = inBatches<number, number>(2, async (asked) => {
    lots.push(asked)
    return asked.map((n) => n * 2)
  })
  expect(await Promise.all([1, 2, 3].map(twice))).toEqual([2, 4, 6])
  expect(lots).toEqual([[1, 2], [3]])
})

it('leaves nobody waiting whom it has no answer for', async () => {
  const ask = inBatches<number, number>(2, async () => [1])
  await expect(Promise.all([ask(1), ask(2)])).rejects.toThrow('2 asked, 1 answered')
})
