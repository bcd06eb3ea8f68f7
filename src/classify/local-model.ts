import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { KINDS, type Kind } from '../domain/judgement.ts'
import { type Features, weighed } from './features.ts'

export type Label = Kind | 'none'
export const LABELS: readonly Label[] = [...KINDS, 'none']

/** One byte a weight; a column's true weights are its bytes times its scale. */
export const Layer = z.object({
  labels: z.array(z.string()),
  scale: z.number(),
  /** The last row is the bias. */
  rows: z.int().positive(),
  weights: z.string(),
  /** Above 1 it is surer of itself than it has reason to be. */
  temperature: z.number().positive(),
})
export type Layer = z.infer<typeof Layer>

/** What `npm run train` writes: the known features, one a line, and two layers over them. */
export const Weights = z.object({ version: z.string(), features: z.string(), kind: Layer, duty: Layer })
export type Weights = z.infer<typeof Weights>

type Scorer = (heard: readonly { at: number; value: number }[]) => Map<string, number>

export const softmax = (scores: Float64Array): Float64Array => {
  const top = Math.max(...scores)
  const parts = scores.map((s) => Math.exp(s - top))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((p) => p / sum)
}

function scorer({ labels, scale, rows, weights, temperature }: Layer): Scorer {
  const bytes = Buffer.from(weights, 'base64')
  const table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const width = labels.length
  return (heard) => {
    const scores = new Float64Array(width)
    const add = (row: number, value: number) => {
      for (let k = 0; k < width; k++) scores[k] = (scores[k] ?? 0) + value * (table[row * width + k] ?? 0)
    }
    for (const { at, value } of heard) if (at < rows - 1) add(at, value)
    add(rows - 1, 1)
    const probabilities = softmax(scores.map((s) => (s * scale) / temperature))
    return new Map(labels.map((label, k) => [label, probabilities[k] ?? 0]))
  }
}

export interface LocalModel {
  version: string
  read(features: Features): { kinds: Record<Label, number>; duties: ReadonlyMap<string, number> }
}

/** The weights that come with the product. */
export const loadModel = (): LocalModel =>
  openModel(Weights.parse(JSON.parse(readFileSync(new URL('local-model.json', import.meta.url), 'utf8'))))

export function openModel(weights: Weights): LocalModel {
  const known = new Map(weights.features.split('\n').map((name, at) => [name, at]))
  const kind = scorer(weights.kind)
  const duty = scorer(weights.duty)
  return {
    version: weights.version,
    read(features) {
      const heard = weighed(features, known)
      const kinds = kind(heard)
      const p = (label: Label) => kinds.get(label) ?? 0
      return {
        kinds: { village: p('village'), neighbour: p('neighbour'), household: p('household'), none: p('none') },
        duties: duty(heard),
      }
    },
  }
}
