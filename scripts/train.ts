// npm run train: learns from prompts/examples and writes src/classify/local-model.bin. The same examples give the same bytes.
import { writeFileSync } from 'node:fs'
import { LABELS } from '../src/classify/local-model.ts'
import { shippedExamples } from '../src/classify/shipped-examples.ts'
import { WEIGHTS_FILE } from '../src/classify/shipped-weights.ts'
import { type Examined, trainModel } from '../src/classify/train-model.ts'
import { packWeights } from '../src/classify/weights-file.ts'

const right = ({ answers }: Examined): number =>
  answers.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length / answers.length

const examples = shippedExamples()
const { weights, examined } = trainModel(examples, 'local-3')
const bytes = packWeights(weights)
writeFileSync(WEIGHTS_FILE, bytes)
console.log(LABELS.map((l) => `${l} ${examples.filter((e) => e.kind === l).length}`).join(', '))
for (const [name, layer] of Object.entries(examined))
  console.log(
    `${name}: ${layer.answers.length} examples, ${(100 * right(layer)).toFixed(1)} % right on held-back blocks, temperature ${layer.temperature}`,
  )
console.log(`${weights.features.split('\n').length} features, ${(bytes.length / 1024).toFixed(0)} KB`)
