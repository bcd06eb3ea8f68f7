import type { LabelledText } from '../domain/example.ts'
import { DANGERS, type Danger, KINDS, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import { type Heard, softmax } from '../weights/layer.ts'
import { type Answer, type Learner, type Lesson, learn, packed, scoresOf, temperatureOf } from '../weights/learn.ts'
import { featuresOf, namesOf, weighed } from './features.ts'
import { LABELS, type Label, NOTHING, sharedOut, type Weights } from './local-model.ts'

/** A feature of fewer examples than this is an accident. */
const SEEN_AT_LEAST = 2
const FOLDS = 5
/** Two of them say as much about how sure it may be as all five, in less than half of the time. */
const EXAMINED = 2
/** Where nobody says whose voice a line is in, so many neighbours count as one. */
const LINES_OF_A_VOICE = 100

/** A labelled text; a township's own say nothing of danger and delicacy, and teach nothing about them. */
export interface TrainingExample extends LabelledText {
  danger?: Danger | null
  sensitivity?: Sensitivity | null
  /** Whose voice it is in: the file it stands in. */
  file?: string
}

interface Plan {
  how: Learner
  /** Neighbouring lines are alike: so many together are held back, or whole voices, or the check were a recital. */
  block: number | 'voice'
  /** It looks at the features heard most in matters; the rest would only make the weights heavy. */
  features: number
}

// biome-ignore format: a table
export const PLANS = {
  kind: { block: 'voice', features: 200_000, how: { rounds: 30, step: 0.2, fade: 0.005, drop: 0.7, fairness: 1, seed: 20261124 } },
  // Whose matter it is, once it is one.
  level: { block: 'voice', features: 74_000, how: { rounds: 20, step: 0.2, fade: 0.005, drop: 0.6, fairness: 1, seed: 20261129 } },
  // Most duties fill a block or two: held back whole they could not be known at all.
  duty: { block: 2, features: 22_000, how: { rounds: 20, step: 0.15, fade: 0.002, drop: 0.3, fairness: 0.5, seed: 20261125 } },
  danger: { block: 7, features: 45_000, how: { rounds: 30, step: 0.2, fade: 0.003, drop: 0.2, fairness: 0.5, seed: 20261126 } },
  sensitivity: { block: 7, features: 45_000, how: { rounds: 30, step: 0.2, fade: 0.003, drop: 0.3, fairness: 0.5, seed: 20261127 } },
} as const satisfies Record<string, Plan>
export type LayerName = keyof typeof PLANS

/** What a layer said of examples it had not seen. */
export interface Examined {
  labels: readonly string[]
  temperature: number
  answers: readonly Answer[]
}

export interface Trained {
  weights: Weights
  /** By layer; an answer's `n` is the place of its example in the list given. */
  examined: Record<LayerName, Examined>
}

/** What each layer learns of an example; null: nothing. */
const LEARNT: Record<LayerName, (e: TrainingExample) => string | null> = {
  kind: (e) => e.kind,
  level: (e) => (e.kind === 'none' ? null : e.kind),
  duty: (e) => e.duty,
  danger: (e) => (e.danger === undefined ? null : (e.danger ?? NOTHING)),
  sensitivity: (e) => (e.sensitivity === undefined ? null : (e.sensitivity ?? NOTHING)),
}

/** Every example as numbers, over the names that are heard often enough. */
function prepared(examples: readonly TrainingExample[]): { names: string[]; vectors: Heard[] } {
  const heard = examples.map((e) => featuresOf(e.text))
  const names = namesWorthKnowing(
    examples,
    heard.map((f) => namesOf(f)),
  )
  const known = new Map(names.map((name, at) => [name, at]))
  return { names, vectors: heard.map((f) => weighed(f, known)) }
}

function namesWorthKnowing(examples: readonly TrainingExample[], heard: readonly string[][]): string[] {
  const seen = new Map<string, number>()
  const inMatters = new Map<string, number>()
  for (const [i, names] of heard.entries())
    for (const name of names) {
      seen.set(name, (seen.get(name) ?? 0) + 1)
      if (examples[i]?.duty) inMatters.set(name, (inMatters.get(name) ?? 0) + 1)
    }
  const byUse = (a: string, b: string) => (inMatters.get(b) ?? 0) - (inMatters.get(a) ?? 0) || (a < b ? -1 : 1)
  return [...seen]
    .filter(([, count]) => count >= SEEN_AT_LEAST)
    .map(([name]) => name)
    .sort(byUse)
}

/** Voices share out among the folds so that each fold holds back about as many lines. */
export function foldsByVoice(voices: readonly string[], folds = FOLDS): (i: number) => number {
  const sizes = new Map<string, number>()
  for (const voice of voices) sizes.set(voice, (sizes.get(voice) ?? 0) + 1)
  const load = new Array<number>(folds).fill(0)
  const fold = new Map<string, number>()
  for (const [voice, size] of [...sizes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))) {
    const lightest = load.indexOf(Math.min(...load))
    fold.set(voice, lightest)
    load[lightest] = (load[lightest] ?? 0) + size
  }
  return (i) => fold.get(voices[i] ?? '') ?? 0
}

type Numbered = Lesson & { n: number; voice: string }

function examine(lessons: readonly Numbered[], features: number, width: number, { how, block }: Plan): Answer[] {
  const answers: Answer[] = []
  const foldOf = block === 'voice' ? foldsByVoice(lessons.map((l) => l.voice)) : (i: number) => Math.floor(i / block) % FOLDS
  for (let fold = 0; fold < EXAMINED; fold++) {
    const weights = learn(
      lessons.filter((_, i) => foldOf(i) !== fold),
      features,
      width,
      how,
    )
    for (const { heard, label, n } of lessons.filter((_, i) => foldOf(i) === fold))
      answers.push({ scores: scoresOf(weights, features, width, heard), label, n })
  }
  return answers
}

const TIMES = 3

/** The mean of several learners who met the examples in another order each: what one took from the order, the others did not. */
export function learnOften(lessons: readonly Lesson[], features: number, width: number, how: Learner): Float32Array {
  const all = Array.from({ length: TIMES }, (_, n) => learn(lessons, features, width, { ...how, seed: how.seed + 100 * n }))
  return Float32Array.from(all[0] ?? [], (_, i) => all.reduce((sum, weights) => sum + (weights[i] ?? 0), 0) / TIMES)
}

/**
 * Learns all layers from examples and examines each on blocks it had not seen. The same examples in the same order give
 * the same bytes. `version` is what its judgements will be marked with.
 */
export function trainModel(examples: readonly TrainingExample[], version: string): Trained {
  const { names, vectors } = prepared(examples)
  const labelsOf: Record<LayerName, string[]> = {
    kind: [...LABELS],
    level: [...KINDS],
    duty: [...new Set(examples.flatMap((e) => e.duty ?? []))].sort(),
    danger: [...DANGERS, NOTHING],
    sensitivity: [...SENSITIVITIES, NOTHING],
  }
  const layer = (name: LayerName) => {
    const labels = labelsOf[name]
    const features = Math.min(PLANS[name].features, names.length)
    const lessons = examples.flatMap((e, n): Numbered[] => {
      const label = LEARNT[name](e)
      const heard = (vectors[n] ?? []).filter(({ at }) => at < features)
      const voice = e.file ?? `${Math.floor(n / LINES_OF_A_VOICE)}`
      return label === null ? [] : [{ heard, label: labels.indexOf(label), n, voice }]
    })
    const answers = examine(lessons, features, labels.length, PLANS[name])
    const temperature = temperatureOf(answers)
    const weights = packed(learnOften(lessons, features, labels.length, PLANS[name].how), labels, features + 1, temperature)
    return { weights, examined: { labels, temperature, answers } }
  }
  const [kind, level, duty] = [layer('kind'), layer('level'), layer('duty')]
  const [danger, sensitivity] = [layer('danger'), layer('sensitivity')]
  return {
    weights: {
      version,
      features: names.join('\n'),
      kind: kind.weights,
      level: level.weights,
      duty: duty.weights,
      danger: danger.weights,
      sensitivity: sensitivity.weights,
    },
    examined: {
      kind: kind.examined,
      level: level.examined,
      duty: duty.examined,
      danger: danger.examined,
      sensitivity: sensitivity.examined,
    },
  }
}

/** Only the kind, for comparisons: how a text reads to whoever has learnt nothing but these examples. */
export function learnKinds(examples: readonly TrainingExample[]): (text: string) => Record<Label, number> {
  const { names, vectors } = prepared(examples)
  const known = new Map(names.map((name, at) => [name, at]))
  const layer = (name: 'kind' | 'level', labels: readonly Label[]) => {
    const features = Math.min(PLANS[name].features, names.length)
    const within = (heard: Heard): Heard => heard.filter(({ at }) => at < features)
    const lessons = examples.flatMap((e, n): Lesson[] => {
      const label = labels.indexOf(e.kind)
      return label < 0 ? [] : [{ heard: within(vectors[n] ?? []), label }]
    })
    const weights = learn(lessons, features, labels.length, PLANS[name].how)
    return (heard: Heard): Record<Label, number> => {
      const p = softmax(scoresOf(weights, features, labels.length, within(heard)))
      const of = (label: Label) => p[labels.indexOf(label)] ?? 0
      return { village: of('village'), neighbour: of('neighbour'), household: of('household'), none: of('none') }
    }
  }
  const kind = layer('kind', LABELS)
  const level = layer('level', KINDS)
  return (text) => {
    const heard = weighed(featuresOf(text), known)
    return sharedOut(kind(heard), level(heard))
  }
}
