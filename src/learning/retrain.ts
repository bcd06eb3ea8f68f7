import { learnAnew } from '../classify/learn-anew.ts'
import type { Weights } from '../classify/local-model.ts'
import { tidy } from '../classify/tidy.ts'
import { learnKinds, type TrainingExample } from '../classify/train-model.ts'
import type { LabelledText } from '../domain/example.ts'
import { isNotWorse, type Scores } from '../domain/trained-model.ts'
import { answersOf, differenceOf, isHeldBack, scoresOf } from './examine.ts'

/** A cadre's word about this township's own talk counts so many times one of the product's examples; a line that became nothing counts once. */
const WORTH = 3

export interface Retraining {
  version: string
  shipped: readonly TrainingExample[]
  /** What was known at the last training, and what is known now. */
  before: readonly LabelledText[]
  now: readonly LabelledText[]
  /** What was said here and became nothing. */
  talk: readonly string[]
  /** What the product knows of danger and of what must not be said. */
  base: Weights
}

/** The product's examples, the township's talk and what its cadres have said: on the same words the later of the three counts. */
export function together(
  shipped: readonly TrainingExample[],
  learned: readonly LabelledText[],
  talk: readonly string[],
): TrainingExample[] {
  const own = learned.map(({ text, kind, duty }): TrainingExample => ({ text: tidy(text), kind, duty }))
  const taught = new Set(own.map((e) => e.text))
  const idle = [...new Set(talk.map(tidy))].filter((text) => text !== '' && !taught.has(text))
  const said = new Set([...taught, ...idle])
  return [
    ...shipped.filter((e) => !said.has(e.text)),
    ...idle.map((text): TrainingExample => ({ text, kind: 'none', duty: null })),
    ...own.flatMap((e) => Array<TrainingExample>(WORTH).fill(e)),
  ]
}

/**
 * Trains on what is known now, and compares with what was known before, and with the product alone, on texts that none of them has
 * seen. The weights come back only when the new one is worse than neither; they have then learnt from everything.
 */
export function retrain({ version, shipped, before, now, talk, base }: Retraining): {
  weights: string | null
  scores: { old: Scores; new: Scores }
} {
  const own = now.filter((e) => isHeldBack(tidy(e.text)))
  const taught = new Set(now.map((e) => tidy(e.text)))
  const idle = talk.map(tidy).filter((text) => !taught.has(text) && isHeldBack(text))
  const exam = [
    ...shipped.filter((e) => !taught.has(e.text) && isHeldBack(e.text)),
    ...idle.map((text): LabelledText => ({ text, kind: 'none', duty: null })),
  ]
  const sit = (examples: readonly TrainingExample[]) => {
    const learnt = examples.filter((e) => !isHeldBack(e.text))
    const reads = learnKinds(learnt)
    return { exam: answersOf(reads, exam), own: answersOf(reads, own) }
  }
  const product = sit(shipped)
  const older = before.length === 0 ? product : sit(together(shipped, before, []))
  const newer = sit(together(shipped, now, talk))
  const scores = { old: scoresOf(older.exam, older.own), new: scoresOf(newer.exam, newer.own) }
  const fine = [product, older].every(
    (other) => isNotWorse(differenceOf(other.exam, newer.exam)) && isNotWorse(differenceOf(other.own, newer.own)),
  )
  if (!fine) return { weights: null, scores }
  const weights = learnAnew(base, together(shipped, now, talk), version)
  return { weights: `${JSON.stringify(weights)}\n`, scores }
}
