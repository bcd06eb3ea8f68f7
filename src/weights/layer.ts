import { z } from 'zod'
import { recordOf } from '../domain/one-of.ts'

/** What was heard of a text: the numbers of known features, and how loudly each speaks. */
export type Heard = readonly { at: number; value: number }[]

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

export const softmax = (scores: Float64Array): Float64Array => {
  const top = Math.max(...scores)
  const parts = scores.map((s) => Math.exp(s - top))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((p) => p / sum)
}

/** A layer with its bytes as they are read: the text they came as is not kept beside them. */
interface OpenLayer extends Omit<Layer, 'weights'> {
  table: Int8Array
}

export function opened({ weights, ...layer }: Layer): OpenLayer {
  const bytes = Buffer.from(weights, 'base64')
  return { ...layer, table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

/** Reads the columns of these labels, and what they have to share out among themselves; a label they were never taught gets nothing. */
export function scorer<L extends string>({ labels, scale, rows, table, temperature }: OpenLayer, wanted: readonly L[]) {
  const known = wanted.filter((label) => labels.includes(label))
  const columns = known.map((label) => labels.indexOf(label))
  return (heard: Heard): Record<L, number> => {
    const width = columns.length
    const scores = new Float64Array(width)
    const bias = (rows - 1) * labels.length
    for (let k = 0; k < width; k++) scores[k] = table[bias + (columns[k] ?? 0)] ?? 0
    for (const { at, value } of heard) {
      if (at >= rows - 1) continue
      const from = at * labels.length
      for (let k = 0; k < width; k++) scores[k] = (scores[k] ?? 0) + value * (table[from + (columns[k] ?? 0)] ?? 0)
    }
    const p = softmax(scores.map((s) => (s * scale) / temperature))
    return recordOf(wanted, (label) => p[known.indexOf(label)] ?? 0)
  }
}
