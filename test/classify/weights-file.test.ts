import { describe, expect, it } from 'vitest'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import { shippedWeights } from '../../src/classify/shipped-weights.ts'
import { trainModel } from '../../src/classify/train-model.ts'
import { packWeights, unpackWeights } from '../../src/classify/weights-file.ts'
import { knownNames } from '../../src/weights/known-names.ts'

describe('the file of weights', () => {
  it('gives back what was packed into it', () => {
    const few = shippedExamples().filter((_, n) => n % 200 === 0)
    const { weights } = trainModel(few, 'test')
    expect(unpackWeights(packWeights(weights))).toEqual(weights)
  })

  it('is at most five megabytes', () => {
    expect(packWeights(shippedWeights()).length).toBeLessThan(5 * 1024 * 1024)
  })
})

describe('the names of the features', () => {
  const { features } = shippedWeights()

  it('are each found under their own number, and nothing else is', () => {
    const names = features.split('\n')
    const known = knownNames(features)
    expect(names.filter((name, n) => known.get(name) !== n)).toEqual([])
    expect(['', '\n', `${names[0]}\n${names[1]}`, '龘龘龘'].filter((name) => known.get(name) !== undefined)).toEqual([])
  })
})
