import { type Heard, type Layer, softmax } from './layer.ts'

/** One example as the learner sees it: what was heard, and the number of its label. */
export interface Lesson {
  heard: Heard
  label: number
}

export interface Learner {
  rounds: number
  step: number
  /** How fast weights fade that nothing renews, so that rare words do not learn by heart. */
  fade: number
  /** Share of the features held back at each look, so that none learns to stand for all. */
  drop: number
  /** 0: each example counts the same; 1: each label counts the same. */
  fairness: number
  seed: number
}

/** A small generator with a seed, so that two trainings are the same to the byte. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [order[i] ?? 0, order[j] ?? 0]
    order[i] = b
    order[j] = a
  }
  return order
}

const BIAS = 0.3
/** A label that is wrong by less than this has nothing to learn; of seventy duties most have not. */
const WORTH_LEARNING = 1e-5

/** The lessons side by side in flat rows: a training walks over them some hundred million times. */
function flat(lessons: readonly Lesson[]): { from: Int32Array; at: Int32Array; value: Float32Array } {
  const from = new Int32Array(lessons.length + 1)
  for (const [n, { heard }] of lessons.entries()) from[n + 1] = (from[n] ?? 0) + heard.length
  const at = new Int32Array(from[lessons.length] ?? 0)
  const value = new Float32Array(at.length)
  let i = 0
  for (const { heard } of lessons)
    for (const one of heard) {
      at[i] = one.at
      value[i] = one.value
      i += 1
    }
  return { from, at, value }
}

/** Probabilities in place of scores. */
function normalise(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY
  for (const s of scores) if (s > top) top = s
  let sum = 0
  for (let k = 0; k < scores.length; k++) {
    const part = Math.exp((scores[k] ?? 0) - top)
    scores[k] = part
    sum += part
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum
}

/**
 * Multinomial logistic regression, steps scaled per weight (Adagrad); what is returned is the mean of the weights over
 * the second half of the rounds, which wavers less. The last row is the bias.
 */
export function learn(lessons: readonly Lesson[], features: number, width: number, how: Learner): Float32Array {
  const size = (features + 1) * width
  const weights = new Float32Array(size)
  const mean = new Float32Array(size)
  const seen = new Float32Array(size).fill(1e-2)
  const random = seeded(how.seed)
  const { from, at, value } = flat(lessons)
  const counts = new Float64Array(width)
  for (const { label } of lessons) counts[label] = (counts[label] ?? 0) + 1
  const worth = counts.map((c) => (c > 0 ? (lessons.length / (width * c)) ** how.fairness : 0))
  const late = Math.floor(how.rounds / 2)
  const scores = new Float64Array(width)
  const looked = new Int32Array(lessons.reduce((most, { heard }) => Math.max(most, heard.length), 0) + 1)
  const strength = new Float64Array(looked.length)
  const erring = new Int32Array(width)
  const kept = 1 / (1 - how.drop)
  for (let round = 0; round < how.rounds; round++) {
    for (const n of shuffled(lessons.length, random)) {
      const label = lessons[n]?.label ?? 0
      const end = from[n + 1] ?? 0
      let count = 0
      for (let i = from[n] ?? 0; i < end; i++) {
        if (random() < how.drop) continue
        looked[count] = at[i] ?? 0
        strength[count] = (value[i] ?? 0) * kept
        count += 1
      }
      for (let k = 0; k < width; k++) scores[k] = weights[features * width + k] ?? 0
      for (let j = 0; j < count; j++) {
        const row = (looked[j] ?? 0) * width
        const v = strength[j] ?? 0
        for (let k = 0; k < width; k++) scores[k] = (scores[k] ?? 0) + v * (weights[row + k] ?? 0)
      }
      normalise(scores)
      scores[label] = (scores[label] ?? 0) - 1
      looked[count] = features
      strength[count] = BIAS
      const share = worth[label] ?? 1
      let errors = 0
      for (let k = 0; k < width; k++)
        if (Math.abs(scores[k] ?? 0) >= WORTH_LEARNING) {
          erring[errors] = k
          errors += 1
        }
      for (let j = 0; j <= count; j++) {
        const row = (looked[j] ?? 0) * width
        const v = (strength[j] ?? 0) * share
        for (let e = 0; e < errors; e++) {
          const k = erring[e] ?? 0
          const slope = (scores[k] ?? 0) * v
          const total = (seen[row + k] ?? 0) + slope * slope
          seen[row + k] = total
          weights[row + k] = (weights[row + k] ?? 0) - (how.step * slope) / Math.sqrt(total)
        }
      }
    }
    for (let i = 0; i < size; i++) {
      const w = (weights[i] ?? 0) * (1 - how.fade)
      weights[i] = w
      if (round >= late) mean[i] = (mean[i] ?? 0) + w / (how.rounds - late)
    }
  }
  return mean
}

export function scoresOf(weights: Float32Array, features: number, width: number, heard: Heard): Float64Array {
  const scores = new Float64Array(width)
  for (let k = 0; k < width; k++) scores[k] = weights[features * width + k] ?? 0
  for (const { at, value } of heard) for (let k = 0; k < width; k++) scores[k] = (scores[k] ?? 0) + value * (weights[at * width + k] ?? 0)
  return scores
}

/** An example that the weights had not seen, and what they said. */
export interface Answer {
  scores: Float64Array
  label: number
  /** Which example it was. */
  n: number
}

/** The temperature under which unseen answers were least surprising. */
export function temperatureOf(unseen: readonly Answer[]): number {
  const surprise = (t: number) =>
    unseen.reduce((sum, { scores, label }) => sum - Math.log(Math.max(softmax(scores.map((s) => s / t))[label] ?? 0, 1e-9)), 0)
  const tried = Array.from({ length: 57 }, (_, i) => Number((0.2 + i * 0.05).toFixed(2)))
  return tried.reduce((best, t) => (surprise(t) < surprise(best) ? t : best), 1)
}

/** One byte a weight, in steps of the same size. */
export function packed(weights: Float32Array, labels: string[], rows: number, temperature: number): Layer {
  const top = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 1e-6)
  const scale = Number((top / 127).toPrecision(6))
  const bytes = Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))))
  return { labels, scale, rows, weights: Buffer.from(bytes.buffer).toString('base64'), temperature }
}
