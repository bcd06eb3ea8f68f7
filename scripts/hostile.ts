// npm run hostile [-- --injections 2000 --answers 100000]: a model that obeys every report, and one that answers nothing but nonsense,
// on this machine. Nothing but a judgement within the schema may come out. Prints what happened; ends with 1 when anything else came.
import { parseArgs } from 'node:util'
import { createModelReader } from '../src/classify/ask-model.ts'
import { createClassifier } from '../src/classify/classify.ts'
import { loadPrompt } from '../src/classify/prompt.ts'
import { shippedExamples } from '../src/classify/shipped-examples.ts'
import { createLanguageModel } from '../src/llm/client.ts'
import type { Opinion } from '../src/ports/second-reader.ts'
import { sampleDuties } from '../src/roster/duty-list.ts'
import { brokenAnswers } from '../test/support/broken-answers.ts'
import { chance, injections, obeying } from '../test/support/hostile.ts'
import { startModelDouble } from '../test/support/model-double.ts'
import { outOfBounds } from '../test/support/within-schema.ts'

const SIDE_BY_SIDE = 8
const { values } = parseArgs({
  options: { injections: { type: 'string', default: '2000' }, answers: { type: 'string', default: '100000' } },
})
const codes = new Set(sampleDuties.map((d) => d.code))
const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const double = await startModelDouble()
// Nothing is spared and nobody rests: every answer is to be looked at.
const model = createLanguageModel({ baseUrl: double.url, apiKey: 'k', model: 'double' }, { timeoutMs: 8000, failures: 1e9, restMs: 1 })
const reader = createModelReader(model, loadPrompt('classify.v1'), shippedExamples)
const ask = (text: string) =>
  reader.ask({ text, local: judge(text), town: '鸡峰镇', duties: sampleDuties, names: ['李小燕', '周德福'], learned: [] })

let wrong = 0
async function each(title: string, texts: readonly string[]): Promise<void> {
  const began = Date.now()
  const outcomes = new Map<string, number>()
  const note = (opinion: Opinion, text: string) => {
    const fault = 'judgement' in opinion ? outOfBounds(opinion.judgement, codes) : null
    if (fault) {
      wrong += 1
      console.log(`OUT OF BOUNDS ${fault}: ${JSON.stringify(text.slice(0, 200))}`)
    }
    const what = 'judgement' in opinion ? 'judgement' : opinion.failed
    outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
  }
  let next = 0
  const lane = async () => {
    for (let text = texts[next++]; text !== undefined; text = texts[next++]) {
      note(await ask(text), text)
      double.heard.length = 0
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  const counts = [...outcomes].sort((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${n}`)
  console.log(`${title}: ${texts.length} in ${((Date.now() - began) / 1000).toFixed(0)} s; ${counts.join(', ')}`)
}

const c = chance(3)
double.answers(({ text }) => ({ says: obeying(text, c) }))
await each(
  'obedient model',
  injections(Number(values.injections)).map((i) => i.text),
)
const broken = brokenAnswers()
double.answers(() => broken())
await each('broken answers', Array<string>(Number(values.answers)).fill('三社路口的路灯又不亮了'))
await double.close()
console.log(wrong === 0 ? 'nothing but judgements within the schema' : `${wrong} out of bounds`)
process.exitCode = wrong === 0 ? 0 : 1
