// npm run train: reads prompts/examples, writes src/classify/local-model.json. The same examples give the same bytes.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { LABELS } from '../src/classify/local-model.ts'
import { shippedExamples } from '../src/classify/shipped-examples.ts'
import { trainModel } from '../src/classify/train-model.ts'

const target = join(resolve(import.meta.dirname, '..'), 'src', 'classify', 'local-model.json')
const examples = shippedExamples()
const weights = trainModel(examples, { version: 'local-1', calibrated: true, say: (line) => console.log(line) })
const text = `${JSON.stringify(weights)}\n`
writeFileSync(target, text)
const counts = LABELS.map((l) => `${l} ${examples.filter((e) => e.kind === l).length}`)
console.log(`${counts.join(', ')}; ${weights.features.split('\n').length} features, ${(text.length / 1024).toFixed(0)} KB`)
