import { createHash } from 'node:crypto'
import { LABELS, type Label } from '../classify/local-model.ts'
import type { LabelledText } from '../domain/example.ts'
import type { Difference, Scores } from '../domain/trained-model.ts'

/** One in so many is never learnt from in a comparison. */
const HELD_BACK = 8

/** By the words themselves, so that a text is held back on every night or on none. */
export const isHeldBack = (text: string): boolean => (createHash('sha256').update(text).digest()[0] ?? 0) % HELD_BACK === 0

/** How likely each kind is of a text, to somebody who has learnt. */
export type Reads = (text: string) => Record<Label, number>

function guess(reads: Reads, text: string): Label {
  const kinds = reads(text)
  if (kinds.none >= 0.5) return 'none'
  return LABELS.filter((l) => l !== 'none').reduce((a, b) => (kinds[b] > kinds[a] ? b : a))
}

export interface Answer {
  kind: Label
  said: Label
}

export const answersOf = (reads: Reads, texts: readonly LabelledText[]): Answer[] =>
  texts.map(({ text, kind }) => ({ kind, said: guess(reads, text) }))

const isRight = ({ kind, said }: Answer): boolean => kind === said
const f1 = (hit: number, said: number, is: number): number => (said + is === 0 ? 1 : (2 * hit) / (said + is))

/** The product's texts, and apart from them the cadres' own: what is taught must not be paid for with what was known. */
export function scoresOf(answers: readonly Answer[], own: readonly Answer[]): Scores {
  const of = (is: (label: Label) => boolean): number => {
    const said = answers.filter((a) => is(a.said)).length
    const are = answers.filter((a) => is(a.kind)).length
    return f1(answers.filter((a) => is(a.said) && is(a.kind)).length, said, are)
  }
  const kinds = LABELS.reduce((sum, label) => sum + of((l) => l === label), 0) / LABELS.length
  const ownRight = own.length === 0 ? 1 : own.filter(isRight).length / own.length
  return { kinds, matter: of((l) => l !== 'none'), own: ownRight, texts: answers.length }
}

/** Both have answered the same texts in the same order. */
export function differenceOf(older: readonly Answer[], newer: readonly Answer[]): Difference {
  const pairs = older.map((a, i) => ({ was: isRight(a), is: newer[i] ? isRight(newer[i]) : false }))
  return { lost: pairs.filter((p) => p.was && !p.is).length, won: pairs.filter((p) => !p.was && p.is).length }
}
