// npm run train: learns from prompts/examples and writes src/classify/local-model.bin. The same examples give the same bytes.
// npm run train orders: learns from prompts/orders and writes src/orders/suggester.bin; likewise.
import { writeFileSync } from 'node:fs'
import { LABELS } from '../src/classify/local-model.ts'
import { shippedExamples } from '../src/classify/shipped-examples.ts'
import { WEIGHTS_FILE } from '../src/classify/shipped-weights.ts'
import { type Examined, trainModel } from '../src/classify/train-model.ts'
import { packWeights } from '../src/classify/weights-file.ts'
import { SUGGESTER_FILE } from '../src/orders/suggest.ts'
import { LINES, trainSuggester } from './train/orders.ts'

const kilobytes = (bytes: Buffer): string => `${(bytes.length / 1024).toFixed(0)} KB`

const right = ({ answers }: Examined): number =>
  answers.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length / answers.length

function trainMatters(): void {
  const examples = shippedExamples()
  const { weights, examined } = trainModel(examples, 'local-3')
  const bytes = packWeights(weights)
  writeFileSync(WEIGHTS_FILE, bytes)
  console.log(LABELS.map((l) => `${l} ${examples.filter((e) => e.kind === l).length}`).join(', '))
  for (const [name, layer] of Object.entries(examined))
    console.log(
      `${name}: ${layer.answers.length} examples, ${(100 * right(layer)).toFixed(1)} % right on held-back blocks, temperature ${layer.temperature}`,
    )
  console.log(`${weights.features.split('\n').length} features, ${kilobytes(bytes)}`)
}

function trainOrders(): void {
  const bytes = trainSuggester(LINES)
  writeFileSync(SUGGESTER_FILE, bytes)
  console.log(kilobytes(bytes))
}

if (process.argv[2] === 'orders') trainOrders()
else trainMatters()
