import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../src/classify/features.ts'
import { openModel } from '../../src/classify/local-model.ts'
import { CHECK, readExamples, shippedExamples } from '../../src/classify/shipped-examples.ts'
import { trainModel } from '../../src/classify/train-model.ts'

const few = shippedExamples().filter((_, n) => n % 60 === 0)

describe('training', () => {
  it('gives the same bytes twice', () => {
    expect(JSON.stringify(trainModel(few, 'test').weights)).toBe(JSON.stringify(trainModel(few, 'test').weights))
  })

  it('examines whole voices, each line once, by weights that had not heard them', () => {
    const { answers } = trainModel(few, 'test').examined.kind
    const voiceOf = (n: number) => few[n]?.file
    const examined = answers.map((a) => a.n).sort((a, b) => a - b)
    const voices = new Set(examined.map(voiceOf))
    expect(examined).toEqual(few.flatMap((e, n) => (voices.has(e.file) ? [n] : [])))
    expect(voices.size).toBeLessThan(new Set(few.map((e) => e.file)).size)
  })

  it('learns something', () => {
    const { kinds } = openModel(trainModel(few, 'test').weights).read(featuresOf('三社路口的路灯又不亮了'))
    expect(kinds.village).toBeGreaterThan(kinds.none)
  })
})

describe('our own examples', () => {
  it('are at least six thousand, none of them held back for the examination', () => {
    const learnt = new Set(shippedExamples().map((e) => e.text))
    expect(learnt.size).toBeGreaterThanOrEqual(6000)
    // Answers such as 收到 belong to everybody.
    expect(shippedExamples(CHECK).filter((e) => e.text.length > 6 && learnt.has(e.text))).toEqual([])
  })

  it('say what is urgent and what is not for the group in the head of a section', () => {
    const text = '= V-FIRE !fire\n后山着火了\n= V-CADRE\n文书不办事\n= V-LAMP\n路灯 / 坏了\n= none chat\n吃了没'
    expect(readExamples([{ name: 'f', text }])).toMatchObject([
      { kind: 'village', duty: 'V-FIRE', danger: 'fire', sensitivity: null },
      { duty: 'V-CADRE', danger: null, sensitivity: 'cadre' },
      { duty: 'V-LAMP', text: '路灯\n坏了' },
      { kind: 'none', duty: null },
    ])
    expect(() => readExamples([{ name: 'f', text: '没有头' }])).toThrow('f:1')
  })
})
