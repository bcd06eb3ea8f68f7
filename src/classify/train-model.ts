import type { LabelledText } from '../domain/example.ts'
import { featuresOf, weighed } from './features.ts'
import { type Learner, type Lesson, learn, packed, scoresOf, temperatureOf } from './learn.ts'
import { LABELS, type Layer, type Weights } from './local-model.ts'

/** A feature of fewer examples than this is an accident. */
const SEEN_AT_LEAST = 2
/** Duties are told apart by the features heard most; the rest would only make the file heavy. */
const DUTY_FEATURES = 14_000
const FOLDS = 5
const KIND_BLOCK = 12
/** Most duties fill a block or two: held back whole they could not be known at all. */
const DUTY_BLOCK = 2
const kindLearner: Learner = { rounds: 25, step: 0.2, fade: 0.003, seed: 20261124 }
const dutyLearner: Learner = { rounds: 12, step: 0.15, fade: 0.002, seed: 20261125 }

export interface TrainingExample extends LabelledText {
  /** Put together from parts: good to learn from, worthless to be examined with. */
  composed: boolean
}

interface Asked extends Lesson {
  composed: boolean
}

export interface Training {
  /** What the weights call themselves, stored with each judgement. */
  version: string
  /** Finds out how sure it may be of itself, at the price of five more trainings; without it the order of its guesses is all there is. */
  calibrated: boolean
  say(line: string): void
}

/** Trains the local model. The same examples in the same order give the same bytes. */
export function trainModel(examples: readonly TrainingExample[], { version, calibrated, say }: Training): Weights {
  const heard = examples.map((e) => featuresOf(e.text))
  const names = namesOf(examples, heard)
  const known = new Map(names.map((name, at) => [name, at]))
  const dutyFeatures = Math.min(DUTY_FEATURES, names.length)
  const codes = [...new Set(examples.flatMap((e) => e.duty ?? []))].sort()
  const all = heard.map((f) => weighed(f, known))
  const kindLessons = examples.map((e, i): Asked => ({ heard: all[i] ?? [], label: LABELS.indexOf(e.kind), composed: e.composed }))
  const dutyLessons = examples.flatMap((e, i): Asked[] =>
    e.duty ? [{ heard: (all[i] ?? []).filter((h) => h.at < dutyFeatures), label: codes.indexOf(e.duty), composed: e.composed }] : [],
  )
  const layer = (lessons: readonly Asked[], features: number, labels: string[], how: Learner, block: number, what: string): Layer => {
    const temperature = calibrated ? temperatureFor(lessons, features, labels.length, how, block, (line) => say(`${what}: ${line}`)) : 1
    return packed(learn(lessons, features, labels.length, how), labels, features + 1, temperature)
  }
  return {
    version,
    features: names.join('\n'),
    kind: layer(kindLessons, names.length, [...LABELS], kindLearner, KIND_BLOCK, 'kind'),
    duty: layer(dutyLessons, dutyFeatures, codes, dutyLearner, DUTY_BLOCK, 'duty'),
  }
}

/** The features worth knowing, those that matters hold most first. */
function namesOf(examples: readonly TrainingExample[], heard: readonly ReturnType<typeof featuresOf>[]): string[] {
  const seen = new Map<string, number>()
  const inMatters = new Map<string, number>()
  for (const [i, f] of heard.entries())
    for (const name of [...f.grams, ...[...f.concepts].map((c) => `#${c}`)]) {
      seen.set(name, (seen.get(name) ?? 0) + 1)
      if (examples[i]?.duty) inMatters.set(name, (inMatters.get(name) ?? 0) + 1)
    }
  const byUse = (a: string, b: string) => (inMatters.get(b) ?? 0) - (inMatters.get(a) ?? 0) || (a < b ? -1 : 1)
  return [...seen]
    .filter(([name, count]) => count >= SEEN_AT_LEAST && !name.includes('\n'))
    .map(([name]) => name)
    .sort(byUse)
}

/** Neighbouring lines are alike; whole blocks are held back, so that the check is no recital. */
function temperatureFor(
  lessons: readonly Asked[],
  features: number,
  width: number,
  how: Learner,
  block: number,
  say: (line: string) => void,
): number {
  const unseen: { scores: Float64Array; label: number }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const mine = (i: number) => Math.floor(i / block) % FOLDS === fold
    const weights = learn(
      lessons.filter((_, i) => !mine(i)),
      features,
      width,
      how,
    )
    for (const lesson of lessons.filter((l, i) => mine(i) && !l.composed))
      unseen.push({ scores: scoresOf(weights, features, width, lesson.heard), label: lesson.label })
  }
  const right = unseen.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length
  const temperature = temperatureOf(unseen)
  say(`${lessons.length} examples, ${((100 * right) / unseen.length).toFixed(1)} % right on held-back blocks, temperature ${temperature}`)
  return temperature
}
