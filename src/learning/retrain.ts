import { tidy } from '../classify/tidy.ts'
import { learnKinds, type TrainingExample, trainModel } from '../classify/train-model.ts'
import type { LabelledText } from '../domain/example.ts'
import { isNotWorse, type Scores } from '../domain/trained-model.ts'
import { answersOf, differenceOf, isHeldBack, scoresOf } from './examine.ts'

/** A cadre's word about this township's own talk counts so many times one of the product's examples. */
const WORTH = 3

export interface Retraining {
  version: string
  shipped: readonly TrainingExample[]
  /** What was known at the last training, and what is known now. */
  before: readonly LabelledText[]
  now: readonly LabelledText[]
}

/** The product's examples and the township's own; on the same words the township's count. */
function together(shipped: readonly TrainingExample[], learned: readonly LabelledText[]): TrainingExample[] {
  const own = learned.map(({ text, kind, duty }): TrainingExample => ({ text: tidy(text), kind, duty }))
  const said = new Set(own.map((e) => e.text))
  return [...shipped.filter((e) => !said.has(e.text)), ...own.flatMap((e) => Array<TrainingExample>(WORTH).fill(e))]
}

/**
 * Trains on what is known now, and compares with what was known before, and with the product alone, on texts that none of them has
 * seen. The weights come back only when the new one is worse than neither; they have then learnt from everything.
 */
export function retrain({ version, shipped, before, now }: Retraining): { weights: string | null; scores: { old: Scores; new: Scores } } {
  const own = now.filter((e) => isHeldBack(tidy(e.text)))
  const taught = new Set(now.map((e) => tidy(e.text)))
  const exam = shipped.filter((e) => !taught.has(e.text) && isHeldBack(e.text))
  const sit = (examples: readonly TrainingExample[]) => {
    const learnt = examples.filter((e) => !isHeldBack(e.text))
    const reads = learnKinds(learnt)
    return { exam: answersOf(reads, exam), own: answersOf(reads, own) }
  }
  const product = sit(shipped)
  const older = before.length === 0 ? product : sit(together(shipped, before))
  const newer = sit(together(shipped, now))
  const scores = { old: scoresOf(older.exam, older.own), new: scoresOf(newer.exam, newer.own) }
  const fine = [product, older].every(
    (other) => isNotWorse(differenceOf(other.exam, newer.exam)) && isNotWorse(differenceOf(other.own, newer.own)),
  )
  if (!fine) return { weights: null, scores }
  const { weights } = trainModel(together(shipped, now), version)
  return { weights: `${JSON.stringify(weights)}\n`, scores }
}
