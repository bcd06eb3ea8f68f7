import { describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { openModel, Weights } from '../../src/classify/local-model.ts'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import { shippedWeights } from '../../src/classify/shipped-weights.ts'
import type { LabelledText } from '../../src/domain/example.ts'
import { isNotWorse } from '../../src/domain/trained-model.ts'
import { answersOf, differenceOf, isHeldBack, scoresOf } from '../../src/learning/examine.ts'
import { retrain } from '../../src/learning/retrain.ts'

const base = shippedWeights()
/** Enough to train on in a moment. */
const shipped = shippedExamples()
  .filter((e) => e.text.length < 40)
  .filter((_, i) => i % 18 === 0)

const odd = (text: string): LabelledText => ({ text, kind: 'neighbour', duty: 'N-OTHER' })
const taught = Array.from({ length: 12 }, (_, i) => odd(`葫芦架第${i}回搭过来了`))
const lies = shipped
  .filter((e) => e.kind === 'none')
  .map((e): LabelledText => ({ text: e.text.slice(0, -1), kind: 'village', duty: 'V-ROAD' }))

describe('a night’s training', () => {
  it('learns what cadres have taught', () => {
    const { weights, scores } = retrain({ version: 'local-x', shipped, before: [], now: taught, talk: [], base })
    expect(scores.new.texts).toBeGreaterThan(50)
    const model = openModel(Weights.parse(JSON.parse(weights ?? '')))
    const { judge } = createClassifier({ duties: [], places: [], inUse: () => model })
    expect(judge('葫芦架又搭过来了')).toMatchObject({ kind: 'neighbour', version: 'local-x' })
  })

  it('gives the same bytes again', () => {
    const task = { version: 'local-x', shipped: shipped.slice(0, 150), before: [], now: taught, talk: [], base }
    expect(retrain(task)).toEqual(retrain(task))
  })

  it('takes what became nothing for talk, and leaves alone what is known of danger', () => {
    const talk = Array.from({ length: 24 }, (_, i) => `渠上第${i}回遛弯看戏哩`)
    const { weights } = retrain({ version: 'local-x', shipped, before: [], now: taught, talk, base })
    const learnt = Weights.parse(JSON.parse(weights ?? ''))
    expect(learnt.danger).toEqual(base.danger)
    expect(learnt.sensitivity).toEqual(base.sensitivity)
    const { judge } = createClassifier({ duties: [], places: [], inUse: () => openModel(learnt) })
    expect(judge('渠上遛弯看戏哩').kind).toBe('none')
  })

  it('does not take over when it is worse', () => {
    const { weights, scores } = retrain({ version: 'local-x', shipped, before: [], now: lies, talk: [], base })
    expect(weights === null).toBe(true)
    expect(scores.new.matter).toBeLessThan(scores.old.matter)
  })
})

it.each([
  [0, 0, true],
  [1, 0, true],
  [2, 0, false],
  [8, 6, true],
  [10, 4, false],
  [4, 40, true],
  [40, 30, false],
])('with %d answers lost and %d won a model may take over: %s', (lost, won, may) => {
  expect(isNotWorse({ lost, won })).toBe(may)
})

it('examines with the same texts every night, about one in eight', () => {
  const share = shipped.filter((e) => isHeldBack(e.text)).length / shipped.length
  expect(share).toBeGreaterThan(0.08)
  expect(share).toBeLessThan(0.17)
})

it('counts what is right, the cadres’ own texts apart', () => {
  const model = () => ({ village: 0, neighbour: 0, household: 0, none: 1 })
  const chat: LabelledText = { text: '吃了没', kind: 'none', duty: null }
  const lamp: LabelledText = { text: '路灯坏了', kind: 'village', duty: 'V-LAMP' }
  const answers = answersOf(model, [chat, lamp])
  expect(answers).toEqual([
    { kind: 'none', said: 'none' },
    { kind: 'village', said: 'none' },
  ])
  expect(scoresOf(answers, answers)).toMatchObject({ matter: 0, own: 0.5, texts: 2 })
  expect(scoresOf(answersOf(model, [chat]), [])).toEqual({ kinds: 1, matter: 1, own: 1, texts: 1 })
  const better = answers.map((a) => ({ ...a, said: a.kind }))
  expect(differenceOf(answers, better)).toEqual({ lost: 0, won: 1 })
  expect(differenceOf(better, answers)).toEqual({ lost: 1, won: 0 })
})
