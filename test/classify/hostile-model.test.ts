import { afterAll, beforeAll, expect, it } from 'vitest'
import { createModelReader } from '../../src/classify/ask-model.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { loadPrompt } from '../../src/classify/prompt.ts'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import { createLanguageModel } from '../../src/llm/client.ts'
import type { SecondReader } from '../../src/ports/second-reader.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { brokenAnswers } from '../support/broken-answers.ts'
import { chance, injections, obeying } from '../support/hostile.ts'
import { type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { outOfBounds } from '../support/within-schema.ts'

const codes = new Set(sampleDuties.map((d) => d.code))
const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const names = ['李小燕', '周德福']
let double: ModelDouble
let reader: SecondReader

beforeAll(async () => {
  double = await startModelDouble()
  const model = createLanguageModel({ baseUrl: double.url, apiKey: 'k', model: 'm' }, { timeoutMs: 5000, failures: 1e9, restMs: 1 })
  reader = createModelReader(model, loadPrompt('classify.v1'), shippedExamples)
})
afterAll(() => double.close())

const ask = (text: string) => reader.ask({ text, local: judge(text), town: '鸡峰镇', duties: sampleDuties, names, learned: [] })

it('says nothing but a judgement within the schema, however obedient the model is', async () => {
  const c = chance(3)
  double.answers(({ text }) => ({ says: obeying(text, c) }))
  for (const { text } of injections(150)) {
    const opinion = await ask(text)
    if ('judgement' in opinion) expect(outOfBounds(opinion.judgement, codes), text).toBeNull()
  }
})

it('lets no report out of its JSON string, and nobody’s name or number out at all', async () => {
  for (const { user, text } of double.heard) {
    expect(user.endsWith(JSON.stringify(text))).toBe(true)
    expect(text).not.toMatch(/李小燕|13912345678/u)
  }
})

it('survives every broken answer', async () => {
  const next = brokenAnswers()
  double.answers(() => next())
  for (let i = 0; i < 400; i++) {
    const opinion = await ask('三社路口的路灯又不亮了')
    if ('judgement' in opinion) expect(outOfBounds(opinion.judgement, codes)).toBeNull()
  }
})
