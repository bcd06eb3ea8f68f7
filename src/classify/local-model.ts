import { z } from 'zod'
import { DANGERS, type Danger, KINDS, type Kind, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import { recordOf } from '../domain/one-of.ts'
import { type Features, type Heard, weighed } from './features.ts'
import { knownNames } from './known-names.ts'

export type Label = Kind | 'none'
export const LABELS: readonly Label[] = [...KINDS, 'none']
/** What the layers of danger and delicacy say of most texts. */
export const NOTHING = 'none'

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

/** In the order of the file. */
export const LAYERS = ['kind', 'level', 'duty', 'danger', 'sensitivity'] as const

/** What `npm run train` learns: the known features, one a line, and the layers over them. */
export const Weights = z.object({
  version: z.string(),
  features: z.string(),
  kind: Layer,
  level: Layer,
  duty: Layer,
  danger: Layer,
  sensitivity: Layer,
})
export type Weights = z.infer<typeof Weights>

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

function opened({ weights, ...layer }: Layer): OpenLayer {
  const bytes = Buffer.from(weights, 'base64')
  return { ...layer, table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

/** Reads the columns of these labels, and what they have to share out among themselves; a label they were never taught gets nothing. */
function scorer<L extends string>({ labels, scale, rows, table, temperature }: OpenLayer, wanted: readonly L[]) {
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

/** Whether it is a matter says the one layer; whose, the other, which knows nothing but matters. */
export function sharedOut({ none }: Record<Label, number>, level: Record<Kind, number>): Record<Label, number> {
  const rest = 1 - none
  return { village: rest * level.village, neighbour: rest * level.neighbour, household: rest * level.household, none }
}

const INITIAL: Record<Kind, string> = { village: 'V', neighbour: 'N', household: 'H' }

export interface Reading {
  kinds: Record<Label, number>
  /** Which duty it is, given the kind; asked for only where there is a matter, for it is the widest layer. */
  duties(kind: Kind): Readonly<Record<string, number>>
  dangers: Record<Danger, number>
  sensitivities: Record<Sensitivity, number>
}

export interface LocalModel {
  version: string
  read(features: Features): Reading
  /** How much a feature says for a kind, against the others. */
  speaksFor(name: string, kind: Label): number
}

export function openModel({ version, features: names, ...layers }: Weights): LocalModel {
  const known = knownNames(names)
  const kind = scorer(opened(layers.kind), LABELS)
  const level = scorer(opened(layers.level), KINDS)
  const ofDuties = opened(layers.duty)
  const dutiesOf = (k: Kind) =>
    scorer(
      ofDuties,
      ofDuties.labels.filter((code) => code.startsWith(INITIAL[k])),
    )
  const duty: Record<Kind, (heard: Heard) => Record<string, number>> = {
    village: dutiesOf('village'),
    neighbour: dutiesOf('neighbour'),
    household: dutiesOf('household'),
  }
  const danger = scorer(opened(layers.danger), [...DANGERS, NOTHING])
  const sensitivity = scorer(opened(layers.sensitivity), [...SENSITIVITIES, NOTHING])
  return {
    version,
    read(features) {
      const heard = weighed(features, known)
      return {
        kinds: sharedOut(kind(heard), level(heard)),
        duties: (k) => duty[k](heard),
        dangers: danger(heard),
        sensitivities: sensitivity(heard),
      }
    },
    speaksFor(name, label) {
      const at = known.get(name)
      return at === undefined ? 0 : (kind([{ at, value: 1 }])[label] ?? 0) - 1 / LABELS.length
    },
  }
}
