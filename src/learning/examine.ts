import { createHash } from 'node:crypto'
import { featuresOf } from '../classify/features.ts'
import { LABELS, type Label, type LocalModel } from '../classify/local-model.ts'
import type { LabelledText } from '../domain/example.ts'
import type { Scores } from '../domain/trained-model.ts'

/** One in so many is never learnt from in a comparison. */
const HELD_BACK = 8

/** By the words themselves, so that a text is held back on every night or on none. */
export const isHeldBack = (text: string): boolean => (createHash('sha256').update(text).digest()[0] ?? 0) % HELD_BACK === 0

function guess(model: LocalModel, text: string): Label {
  const { kinds } = model.read(featuresOf(text))
  if (kinds.none >= 0.5) return 'none'
  return LABELS.filter((l) => l !== 'none').reduce((a, b) => (kinds[b] > kinds[a] ? b : a))
}

const f1 = (hit: number, said: number, is: number): number => (said + is === 0 ? 1 : (2 * hit) / (said + is))

const answersOf = (model: LocalModel, texts: readonly LabelledText[]) => texts.map(({ text, kind }) => ({ kind, said: guess(model, text) }))

/** On the product's texts, and apart from them on the cadres' own: what is taught must not be paid for with what was known. */
export function examine(model: LocalModel, texts: readonly LabelledText[], own: readonly LabelledText[]): Scores {
  const answers = answersOf(model, texts)
  const ownRight = answersOf(model, own).filter((a) => a.said === a.kind).length
  const of = (is: (label: Label) => boolean): number => {
    const said = answers.filter((a) => is(a.said)).length
    const are = answers.filter((a) => is(a.kind)).length
    return f1(answers.filter((a) => is(a.said) && is(a.kind)).length, said, are)
  }
  const kinds = LABELS.reduce((sum, label) => sum + of((l) => l === label), 0) / LABELS.length
  return { kinds, matter: of((l) => l !== 'none'), own: own.length === 0 ? 1 : ownRight / own.length, texts: texts.length }
}
