import { openModel } from '../classify/local-model.ts'
import { tidy } from '../classify/tidy.ts'
import { type TrainingExample, trainModel } from '../classify/train-model.ts'
import type { LabelledText } from '../domain/example.ts'
import { isNotWorse, type Scores } from '../domain/trained-model.ts'
import { examine, isHeldBack } from './examine.ts'

/** A cadre's word about this township's own talk counts so many times one of the product's examples. */
const WORTH = 3

export interface Retraining {
  version: string
  shipped: readonly TrainingExample[]
  /** What was known at the last training, and what is known now. */
  before: readonly LabelledText[]
  now: readonly LabelledText[]
}

const quietly = () => {}

/** The product's examples and the township's own; on the same words the township's count. */
function together(shipped: readonly TrainingExample[], learned: readonly LabelledText[]): TrainingExample[] {
  const own = learned.map(({ text, kind, duty }): TrainingExample => ({ text: tidy(text), kind, duty, composed: false }))
  const said = new Set(own.map((e) => e.text))
  return [...shipped.filter((e) => !said.has(e.text)), ...own.flatMap((e) => Array<TrainingExample>(WORTH).fill(e))]
}

/**
 * Trains on what is known now, and compares with what was known before on texts that neither has seen. The weights come back only
 * when the new one is not worse; they have then learnt from everything.
 */
export function retrain({ version, shipped, before, now }: Retraining): { weights: string | null; scores: { old: Scores; new: Scores } } {
  const all = together(shipped, now)
  const own = now.filter((e) => isHeldBack(tidy(e.text)))
  const taught = new Set(now.map((e) => tidy(e.text)))
  const exam = shipped.filter((e) => !e.composed && !taught.has(e.text) && isHeldBack(e.text))
  const without = (examples: readonly TrainingExample[]) => examples.filter((e) => !isHeldBack(e.text))
  const scoreOf = (examples: readonly TrainingExample[]) =>
    examine(openModel(trainModel(without(examples), { version, calibrated: false, say: quietly })), exam, own)
  const scores = { old: scoreOf(together(shipped, before)), new: scoreOf(all) }
  if (!isNotWorse(scores.old, scores.new)) return { weights: null, scores }
  return { weights: `${JSON.stringify(trainModel(all, { version, calibrated: true, say: quietly }))}\n`, scores }
}
